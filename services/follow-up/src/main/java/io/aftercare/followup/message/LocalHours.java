package io.aftercare.followup.message;

import io.aftercare.followup.window.MessageWindow;
import java.time.LocalTime;
import java.time.ZoneId;

/** Hours of the day by the reader's clock, half-open. */
public record LocalHours(LocalTime opens, LocalTime closes, ZoneId zone) {

  static LocalHours of(Occasion occasion) {
    return new LocalHours(occasion.hours().opens(), occasion.hours().closes(), occasion.zone());
  }

  MessageWindow window() {
    return new MessageWindow(opens, closes, zone);
  }
}
