package io.aftercare.followup.holdout;

/**
 * Where a customer stands in an experiment.
 *
 * @param name {@code called} or {@code held-out}
 */
public record Arm(String experiment, String name) {

  private static final String CALLED = "called";
  private static final String HELD_OUT = "held-out";

  static Arm of(String experiment, boolean heldOut) {
    return new Arm(experiment, heldOut ? HELD_OUT : CALLED);
  }

  public boolean heldOut() {
    return HELD_OUT.equals(name);
  }
}
