package io.aftercare.sales.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that a receipt speaks. */
public enum Language {
  @JsonProperty("en")
  EN("en"),
  /** Simplified Chinese. */
  @JsonProperty("zh")
  ZH("zh-Hans"),
  @JsonProperty("th")
  TH("th");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a page says it of itself (BCP 47). */
  String tag() {
    return tag;
  }

  /**
   * The language as a country writes it: the date in English is another in Boston than in London.
   */
  Locale in(String country) {
    return Locale.of(wire(), country);
  }

  /** The first of these BCP 47 tags that is spoken here, else English. */
  static Language firstOf(List<String> tags) {
    return tags.stream().flatMap(tag -> of(tag).stream()).findFirst().orElse(EN);
  }

  static Optional<Language> of(String tag) {
    String primary = Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values()).filter(known -> known.wire().equals(primary)).findFirst();
  }
}
