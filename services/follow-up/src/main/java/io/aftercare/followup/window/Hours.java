package io.aftercare.followup.window;

import java.time.LocalTime;

/**
 * The local hours of one kind of contact, half-open.
 *
 * @param opens first time of day at which it may fall due
 * @param dueUntil first time of day at which it no longer falls due, but can still be made
 * @param closes first time of day at which it may no longer be made
 */
public record Hours(LocalTime opens, LocalTime dueUntil, LocalTime closes) {

  /** No call is ever made before this time of day, wherever the person is. */
  public static final LocalTime EARLIEST = LocalTime.of(8, 0);

  /** No call is ever made from this time of day on, wherever the person is. */
  public static final LocalTime LATEST = LocalTime.of(21, 0);

  /** The hours of an ordinary contact and of every second attempt. */
  public static final Hours DAY =
      new Hours(LocalTime.of(9, 0), LocalTime.of(20, 0), LocalTime.of(20, 0));

  /**
   * @throws IllegalArgumentException when the hours are out of order or outside what is lawful
   */
  public Hours {
    if (!opens.isBefore(dueUntil) || dueUntil.isAfter(closes)) {
      throw new IllegalArgumentException(
          "Hours must be in order, but are %s, %s, %s".formatted(opens, dueUntil, closes));
    }
    if (opens.isBefore(EARLIEST) || closes.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "Hours must lie within %s and %s, but are %s to %s"
              .formatted(EARLIEST, LATEST, opens, closes));
    }
  }
}
