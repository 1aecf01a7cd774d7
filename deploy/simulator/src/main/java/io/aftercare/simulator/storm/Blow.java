package io.aftercare.simulator.storm;

/**
 * One thing that was done to a part.
 *
 * @param at seconds after the storm began
 * @param lasted seconds until it was up and working again
 */
record Blow(double at, String part, Kind kind, double lasted) {

  enum Kind {
    KILL("kill -9"),
    STOP("stop and continue"),
    RESTART("restart"),
    REVIVED("found dead, started");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  @Override
  public String toString() {
    return "%5.1f s  %-17s %-20s %4.1f s".formatted(at, part, kind.words, lasted);
  }
}
