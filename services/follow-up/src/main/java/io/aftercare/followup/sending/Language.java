package io.aftercare.followup.sending;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that messages are written in. */
enum Language {
  EN("en"),
  /** Simplified Chinese. */
  ZH("zh"),
  TH("th");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
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
