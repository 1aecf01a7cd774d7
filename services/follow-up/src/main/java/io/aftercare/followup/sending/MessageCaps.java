package io.aftercare.followup.sending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many messages somebody may get, across all programmes. A policy: it asks nobody. */
record MessageCaps(int aDay, int aWeek) {

  /** Red flags, promises, high-alert and recall are never held back. */
  private static final int NEVER_HELD_BACK = 2;

  private static final int WEEK = 7;

  /**
   * A cap that is reached.
   *
   * @param until first local date on which it no longer is
   */
  record Reached(String reason, LocalDate until) {}

  /**
   * @param sent when the customer was written to in the last eight days
   * @return absent when the message may go
   */
  @Nullable Reached reached(int priority, List<Instant> sent, Instant now, ZoneId zone) {
    if (priority <= NEVER_HELD_BACK) {
      return null;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    List<LocalDate> dates =
        sent.stream()
            .map(at -> at.atZone(zone).toLocalDate())
            .filter(date -> date.isAfter(today.minusDays(WEEK)))
            .sorted(Comparator.reverseOrder())
            .toList();
    if (dates.size() >= aWeek) {
      return new Reached("weekly-cap", dates.get(aWeek - 1).plusDays(WEEK));
    }
    return dates.stream().filter(today::equals).count() >= aDay
        ? new Reached("daily-cap", today.plusDays(1))
        : null;
  }
}
