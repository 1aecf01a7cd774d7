package io.aftercare.followup.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a programme's calls, in their order. Answers remember the version that asked.
 *
 * @param key the programme's, or {@code general}
 * @param version from 1
 */
record Interview(String key, int version, List<Question> questions) {

  Optional<Question> question(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /**
   * Whether a question belongs to the talk as far as it has come. What depends on a question that
   * this interview does not ask is asked always.
   */
  boolean asked(Question question, Map<String, Object> answers) {
    Question.Condition when = question.when();
    return !question.watch()
        && (when == null || question(when.question()).isEmpty() || when.holds(answers));
  }

  /** The first question that is still to be asked; empty when all are answered. */
  Optional<Question> next(Map<String, Object> answers) {
    return questions.stream()
        .filter(question -> asked(question, answers) && !answers.containsKey(question.id()))
        .findFirst();
  }

  /** The red flags among the answers, in the order of the interview. */
  List<String> redFlags(Map<String, Object> answers) {
    return questions.stream()
        .flatMap(
            question ->
                question.options().stream()
                    .filter(Question.Option::redFlag)
                    .map(Question.Option::value)
                    .filter(value -> given(answers.get(question.id()), value)))
        .toList();
  }

  private static boolean given(Object answer, String value) {
    return value.equals(answer) || (answer instanceof List<?> values && values.contains(value));
  }
}
