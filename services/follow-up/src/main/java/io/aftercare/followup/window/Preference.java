package io.aftercare.followup.window;

import java.time.LocalTime;

/**
 * When a person likes to be called, in local time, half-open. A preference that ends before it
 * begins runs over midnight; one that ends where it begins says nothing.
 */
public record Preference(LocalTime from, LocalTime to) {

  boolean overMidnight() {
    return to.isBefore(from);
  }

  boolean anyTime() {
    return from.equals(to);
  }
}
