package io.aftercare.followup.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts we bring along say something in every language, and lead nowhere in circles. */
class ScriptsAsDataTest {

  private static final Interviews INTERVIEWS = new Interviews(new ObjectMapper());

  static Stream<Interview> interviews() {
    return java.util.stream.StreamSupport.stream(INTERVIEWS.all().spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("interviews")
  void everything_is_said_in_every_language(Interview interview) {
    for (Question question : interview.questions()) {
      for (Language language : Language.values()) {
        assertThat(question.text()).as(question.id()).containsKey(language.key());
        assertThat(question.options())
            .as(question.id())
            .allSatisfy(option -> assertThat(option.text()).containsKey(language.key()));
      }
      assertThat(question.options().isEmpty())
          .as(question.id())
          .isEqualTo(question.kind() == Question.Kind.NUMBER);
    }
  }

  @ParameterizedTest
  @MethodSource("interviews")
  void what_an_answer_depends_on_is_asked_before_it(Interview interview) {
    Set<String> before = new HashSet<>();
    for (Question question : interview.questions()) {
      if (question.when() != null && interview.question(question.when().question()).isPresent()) {
        assertThat(before).as(question.id()).contains(question.when().question());
      }
      assertThat(before.add(question.id())).as(question.id() + " is asked once").isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("interviews")
  void red_flags_can_be_ticked_in_every_call(Interview interview) {
    assertThat(interview.questions())
        .anyMatch(
            question ->
                question.watch() && question.options().stream().anyMatch(Question.Option::redFlag));
  }

  @ParameterizedTest
  @EnumSource
  void emergencies_and_anger_are_guided_in_every_language(Language language) {
    assertThat(INTERVIEWS.emergency(language)).hasSizeGreaterThan(3);
    assertThat(INTERVIEWS.difficult(language)).hasSizeGreaterThan(3);
  }

  @Test
  void a_programme_without_questions_of_its_own_asks_the_general_ones() {
    assertThat(INTERVIEWS.of("wellbeing").key()).isEqualTo("general");
    assertThat(INTERVIEWS.of("antibiotic").key()).isEqualTo("antibiotic");
    assertThat(Arrays.stream(Language.values()).map(Language::key))
        .containsExactly("en", "zh", "th");
  }
}
