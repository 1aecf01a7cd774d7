package io.aftercare.simulator.chain;

import org.jspecify.annotations.Nullable;

/**
 * What became of the items that were to be sent.
 *
 * @param accepted new to the house
 * @param repeated known to it already, with the same content
 * @param refused turned down for good, each with its reason
 * @param unsent never answered for
 * @param stopped why sending ended early; null when it did not
 */
public record Tally(
    long accepted, long repeated, long refused, long unsent, @Nullable String stopped) {

  public static final Tally NONE = new Tally(0, 0, 0, 0, null);

  public long answered() {
    return accepted + repeated + refused;
  }

  /** Whether every item is in the house now. */
  public boolean complete() {
    return refused == 0 && unsent == 0 && stopped == null;
  }

  public Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted,
        repeated + other.repeated,
        refused + other.refused,
        unsent + other.unsent,
        stopped == null ? other.stopped : stopped);
  }
}
