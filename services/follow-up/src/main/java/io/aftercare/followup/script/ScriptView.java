package io.aftercare.followup.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The script of a call, with what was answered so far.
 *
 * @param interview which questions these are: the programme's own, or {@code general}
 * @param language the one the words are in: {@code en}, {@code zh} or {@code th}
 * @param questions all of them, in their order
 * @param answers by question: a value, a list of values or a number
 * @param next the question to ask now; absent when all are answered
 * @param redFlags those that were named; the talk ends there
 * @param emergency what to do now; only with a red flag
 * @param difficult what helps when a talk gets difficult
 * @param refused answers that were not kept, and why
 */
record ScriptView(
    String interview,
    int version,
    String language,
    List<QuestionView> questions,
    Map<String, Object> answers,
    @Nullable String next,
    List<String> redFlags,
    @Nullable List<String> emergency,
    List<String> difficult,
    List<AnswerCheck.Refused> refused) {

  /**
   * A question.
   *
   * @param kind {@code one}, {@code many} or {@code number}
   * @param asked belongs to this talk, as far as it has come
   * @param watch ticked whenever it comes up
   * @param min least number; only for a number
   * @param max largest number; only for a number
   */
  record QuestionView(
      String id,
      Question.Kind kind,
      String text,
      boolean asked,
      boolean watch,
      List<OptionView> options,
      @Nullable Integer min,
      @Nullable Integer max) {}

  /**
   * Something that can be answered.
   *
   * @param redFlag ends the talk
   */
  record OptionView(String value, String text, boolean redFlag) {}

  static ScriptView of(SaveAnswers.Standing standing, Interviews interviews, Language language) {
    Interview interview = standing.interview();
    Map<String, Object> answers = standing.answers();
    List<String> redFlags = interview.redFlags(answers);
    return new ScriptView(
        interview.key(),
        interview.version(),
        language.key(),
        interview.questions().stream()
            .map(each -> question(each, interview.asked(each, answers), language))
            .toList(),
        answers,
        interview.next(answers).map(Question::id).orElse(null),
        redFlags,
        redFlags.isEmpty() ? null : interviews.emergency(language),
        interviews.difficult(language),
        standing.refused());
  }

  private static QuestionView question(Question question, boolean asked, Language language) {
    return new QuestionView(
        question.id(),
        question.kind(),
        question.text(language),
        asked,
        question.watch(),
        question.options().stream()
            .map(
                option ->
                    new OptionView(
                        option.value(), Question.in(option.text(), language), option.redFlag()))
            .toList(),
        question.min(),
        question.max());
  }
}
