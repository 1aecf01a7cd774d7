package io.aftercare.followup.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.reaction.Naranjo.Answer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The points and bands as they were published. */
class NaranjoTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0", "2, 2, -1", "3, 1, 0", "4, 2, -1", "5, -1, 2",
    "6, -1, 1", "7, 1, 0", "8, 1, 0", "9, 1, 0", "10, 1, 0"
  })
  void each_item_has_its_points(int item, int yes, int no) {
    assertThat(Naranjo.score(Map.of(item, Answer.YES))).isEqualTo(yes);
    assertThat(Naranjo.score(Map.of(item, Answer.NO))).isEqualTo(no);
    assertThat(Naranjo.score(Map.of(item, Answer.UNKNOWN))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "13, DEFINITE",
    "9, DEFINITE",
    "8, PROBABLE",
    "5, PROBABLE",
    "4, POSSIBLE",
    "1, POSSIBLE",
    "0, DOUBTFUL",
    "-4, DOUBTFUL"
  })
  void the_score_falls_into_a_band(int score, Causality band) {
    assertThat(Causality.of(score)).isEqualTo(band);
  }

  @Test
  void the_scale_reaches_from_minus_four_to_thirteen() {
    Map<Integer, Answer> worst = Map.of(2, Answer.NO, 4, Answer.NO, 5, Answer.YES, 6, Answer.YES);
    Map<Integer, Answer> best =
        IntStream.rangeClosed(1, 10)
            .boxed()
            .collect(
                Collectors.toMap(
                    Function.identity(), item -> item == 5 || item == 6 ? Answer.NO : Answer.YES));

    assertThat(Naranjo.score(worst)).isEqualTo(-4);
    assertThat(Naranjo.score(best)).isEqualTo(13);
  }

  @Test
  void what_is_left_out_or_unknown_is_named() {
    assertThat(Naranjo.objections(Map.of(1, Answer.YES, 12, Answer.NO)))
        .hasSize(10)
        .contains("item 12 is not known; there are 1 to 10")
        .contains("item 2 must be answered: yes, no or unknown");
  }
}
