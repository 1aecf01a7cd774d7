package io.aftercare.followup.script;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that scripts are written in. */
enum Language {
  EN,
  ZH,
  TH;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of a tag such as {@code zh-Hans-CN}; English where we have no script in it.
   *
   * @param tag BCP 47; absent where unknown
   */
  static Language of(@Nullable String tag) {
    String primary = tag == null ? "" : tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(language -> language.key().equals(primary))
        .findFirst()
        .orElse(EN);
  }
}
