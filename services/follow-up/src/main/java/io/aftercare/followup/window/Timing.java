package io.aftercare.followup.window;

/** What becomes of an intended time once the clock is looked at. */
public sealed interface Timing {

  Slot slot();

  /** It is to be made in this slot, which has not closed. */
  record Planned(Slot slot) implements Timing {}

  /** The slot closed too long ago: it is recorded and not made. */
  record TooLate(Slot slot) implements Timing {}
}
