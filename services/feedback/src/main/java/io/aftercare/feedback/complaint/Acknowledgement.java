package io.aftercare.feedback.complaint;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * By when somebody who complained must have heard that we are on it. Working days are Monday to
 * Friday.
 */
final class Acknowledgement {

  private Acknowledgement() {}

  /**
   * The last day on which it is in time.
   *
   * @param opened the day on which it was heard, which does not count
   * @param workingDays how many it may take
   */
  static LocalDate by(LocalDate opened, int workingDays) {
    LocalDate day = opened;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        left--;
      }
    }
    return day;
  }

  private static boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
