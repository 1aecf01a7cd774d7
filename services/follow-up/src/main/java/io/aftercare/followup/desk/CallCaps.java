package io.aftercare.followup.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often somebody may be spoken with, across all programmes. A policy: it asks nobody. */
final class CallCaps {

  /**
   * Calls of this priority or a lower number are never held back: red flags, promised callbacks,
   * high-alert and recall.
   */
  private static final int NEVER_HELD_BACK = 2;

  private static final int WEEK = 7;

  private final DeskRules.Caps rules;

  CallCaps(DeskRules.Caps rules) {
    this.rules = rules;
  }

  /**
   * A cap that is reached.
   *
   * @param until first local date on which it no longer is
   */
  record Reached(Refusal refusal, LocalDate until) {}

  /**
   * @param answered when the customer was spoken with in the last eight days
   * @return absent when the call may be made
   */
  @Nullable Reached reached(int priority, List<Instant> answered, Instant now, ZoneId zone) {
    if (priority <= NEVER_HELD_BACK) {
      return null;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    List<LocalDate> dates =
        answered.stream()
            .map(at -> at.atZone(zone).toLocalDate())
            .filter(date -> date.isAfter(today.minusDays(WEEK)) && !date.isAfter(today))
            .sorted(Comparator.reverseOrder())
            .toList();
    if (dates.size() >= rules.answeredAWeek()) {
      return new Reached(Refusal.WEEKLY_CAP, dates.get(rules.answeredAWeek() - 1).plusDays(WEEK));
    }
    long answeredToday = dates.stream().filter(today::equals).count();
    return answeredToday >= rules.answeredADay()
        ? new Reached(Refusal.DAILY_CAP, today.plusDays(1))
        : null;
  }
}
