package io.aftercare.followup.script;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question of an interview. Its id and the values of its options never change their meaning;
 * its words may.
 *
 * @param id names it for life, such as {@code missed-doses}
 * @param options what can be answered; none for a number
 * @param min least number that can be answered; only for a number
 * @param max largest number that can be answered; only for a number
 * @param watch not asked in its turn: ticked whenever it comes up
 * @param when it is asked only where this holds; absent when it always is
 * @param text by language
 */
record Question(
    String id,
    Kind kind,
    List<Option> options,
    @Nullable Integer min,
    @Nullable Integer max,
    boolean watch,
    @Nullable Condition when,
    Map<String, String> text) {

  /** The form of an answer. */
  enum Kind {
    /** One of the options. */
    @JsonProperty("one")
    ONE,
    /** Some of the options. */
    @JsonProperty("many")
    MANY,
    /** A whole number. */
    @JsonProperty("number")
    NUMBER
  }

  /**
   * Something that can be answered.
   *
   * @param redFlag the talk ends and the emergency path begins
   * @param text by language
   */
  record Option(
      String value, @JsonProperty("red-flag") boolean redFlag, Map<String, String> text) {}

  /**
   * What an earlier answer must be.
   *
   * @param question the earlier one
   * @param in one of these values was given; absent for a number
   * @param atLeast the number was at least this; absent for options
   */
  record Condition(
      String question,
      @Nullable List<String> in,
      @JsonProperty("at-least") @Nullable Integer atLeast) {

    boolean holds(Map<String, Object> answers) {
      return switch (answers.get(question)) {
        case String value -> in != null && in.contains(value);
        case List<?> values -> in != null && values.stream().anyMatch(in::contains);
        case Integer number -> atLeast != null && number >= atLeast;
        case null, default -> false;
      };
    }
  }

  Question {
    options = options == null ? List.of() : List.copyOf(options);
  }

  String text(Language language) {
    return in(text, language);
  }

  static String in(Map<String, String> text, Language language) {
    String words = text.get(language.key());
    return words == null ? text.getOrDefault(Language.EN.key(), "") : words;
  }
}
