package io.aftercare.followup.window;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which days the call centre works: its weekdays, less the holidays of the store's country and
 * region.
 */
public final class WorkingDays {

  /** Without a day off. */
  static final WorkingDays ALL = new WorkingDays(EnumSet.allOf(DayOfWeek.class), null);

  private final Set<DayOfWeek> weekdays;
  private final @Nullable Holidays holidays;

  /**
   * @param holidays absent where none is kept
   */
  public WorkingDays(Set<DayOfWeek> weekdays, @Nullable Holidays holidays) {
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("A call centre works on at least one day of the week");
    }
    this.weekdays = EnumSet.copyOf(weekdays);
    this.holidays = holidays;
  }

  /**
   * Why no call is made on this date, such as {@code Sunday} or {@code New Year's Day}; absent on a
   * working day.
   */
  public @Nullable String closedFor(LocalDate date, Person person) {
    DayOfWeek weekday = date.getDayOfWeek();
    if (!weekdays.contains(weekday)) {
      return Words.day(weekday);
    }
    return holidays == null ? null : holidays.on(date, person.country(), person.region());
  }
}
