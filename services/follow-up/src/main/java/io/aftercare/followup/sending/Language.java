package io.aftercare.followup.sending;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that messages are written in. */
enum Language {
  EN("en", "EEE d MMM, HH:mm"),
  /** Simplified Chinese. */
  ZH("zh", "M月d日（EEE）HH:mm"),
  TH("th", "EEEEที่ d MMMM เวลา HH:mm น.");

  private final String tag;
  private final DateTimeFormatter moment;

  Language(String tag, String moment) {
    this.tag = tag;
    this.moment = DateTimeFormatter.ofPattern(moment, Locale.forLanguageTag(tag));
  }

  /** Day and time of day, as it is read in a text; of the coming days, so that no year is named. */
  String moment(ZonedDateTime time) {
    return moment.format(time);
  }

  String tag() {
    return tag;
  }

  /**
   * @param asked BCP 47; absent where none is on file
   * @return English where the language is not spoken here
   */
  static Language of(@Nullable String asked) {
    String primary = asked == null ? "" : Locale.forLanguageTag(asked).getLanguage();
    return Arrays.stream(values())
        .filter(known -> known.tag.equals(primary))
        .findFirst()
        .orElse(EN);
  }
}
