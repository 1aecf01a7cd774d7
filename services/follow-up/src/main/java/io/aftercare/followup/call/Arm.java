package io.aftercare.followup.call;

/**
 * Where a customer stands in an experiment.
 *
 * @param name {@code called} or {@code held-out}
 */
public record Arm(String experiment, String name) {

  static final String CALLED = "called";
  static final String HELD_OUT = "held-out";

  boolean heldOut() {
    return HELD_OUT.equals(name);
  }
}
