package io.aftercare.benchmark.report;

/**
 * How a figure stands to its target.
 *
 * @param text for people; empty where there is no target
 */
record Verdict(boolean isMissed, String text) {

  static final Verdict NONE = new Verdict(false, "");

  static Verdict met() {
    return new Verdict(false, "met");
  }

  static Verdict missed(String by) {
    return new Verdict(true, "missed " + by);
  }
}
