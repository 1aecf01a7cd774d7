package io.aftercare.followup.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** People with clocks, and the rule that finds their hours. */
public final class People {

  static final Hours MORNING =
      new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(20, 0));
  static final ZoneId BOSTON = ZoneId.of("America/New_York");

  /** Monday to Saturday, three days of grace, holidays of the person's country. */
  public static CallWindow window() {
    return new CallWindow(
        new WorkingDays(EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), new Holidays()),
        QuietHours.known(),
        Duration.ofDays(3));
  }

  static Person bostonian() {
    return new Person(BOSTON, BOSTON, null, "US", "MA");
  }

  static Person livingIn(String zone) {
    return new Person(BOSTON, ZoneId.of(zone), null, "US", "MA");
  }

  static Person preferring(String from, String to) {
    return new Person(
        BOSTON, BOSTON, new Preference(LocalTime.parse(from), LocalTime.parse(to)), "US", "MA");
  }

  static Instant boston(String local) {
    return at(local, BOSTON);
  }

  static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private People() {}
}
