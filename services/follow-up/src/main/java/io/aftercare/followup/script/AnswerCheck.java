package io.aftercare.followup.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers against the interview. A policy: it asks nobody. What fits is kept, what does not
 * is named with what would.
 *
 * @param good by question; without a value where an answer is taken back
 */
record AnswerCheck(Map<String, @Nullable Object> good, List<Refused> refused) {

  /** An answer that is not kept, and why. */
  record Refused(String question, String message) {}

  static AnswerCheck of(Interview interview, Map<String, @Nullable Object> answers) {
    Map<String, @Nullable Object> good = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    answers.forEach(
        (id, value) -> {
          String objection =
              interview
                  .question(id)
                  .map(question -> value == null ? "" : objection(question, value))
                  .orElseGet(() -> "is no question of this call; known are " + known(interview));
          if (objection.isEmpty()) {
            good.put(id, value);
          } else {
            refused.add(new Refused(id, objection));
          }
        });
    return new AnswerCheck(good, refused);
  }

  /** Empty when the value fits. */
  private static String objection(Question question, Object value) {
    return switch (question.kind()) {
      case ONE -> one(question, value) ? "" : "must be one of " + values(question);
      case MANY ->
          value instanceof List<?> several
                  && several.stream().distinct().count() == several.size()
                  && several.stream().allMatch(each -> one(question, each))
              ? ""
              : "must be a list of different values out of " + values(question);
      case NUMBER ->
          value instanceof Integer number && within(question, number)
              ? ""
              : "must be a whole number from %d to %d".formatted(question.min(), question.max());
    };
  }

  private static boolean one(Question question, Object value) {
    return question.options().stream().anyMatch(option -> option.value().equals(value));
  }

  private static boolean within(Question question, int number) {
    return (question.min() == null || number >= question.min())
        && (question.max() == null || number <= question.max());
  }

  private static String values(Question question) {
    return question.options().stream()
        .map(Question.Option::value)
        .collect(Collectors.joining(", "));
  }

  private static String known(Interview interview) {
    return interview.questions().stream().map(Question::id).collect(Collectors.joining(", "));
  }
}
