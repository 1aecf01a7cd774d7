package io.aftercare.followup.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.supervision.BetterWindows.Proposal;
import io.aftercare.followup.supervision.History.Answered;
import java.util.List;
import org.junit.jupiter.api.Test;

class BetterWindowsTest {

  private final BetterWindows windows = new BetterWindows(50);

  @Test
  void hours_in_which_more_people_answer_are_proposed() {
    List<Answered> young =
        List.of(
            new Answered("young", 9, 400, 80),
            new Answered("young", 13, 400, 100),
            new Answered("young", 17, 300, 195),
            new Answered("young", 18, 300, 190),
            new Answered("young", 19, 300, 185));

    List<Proposal> proposals = windows.of(young).getFirst().proposals();

    assertThat(proposals).hasSize(1);
    assertThat(proposals.getFirst().from()).isEqualTo(17);
    assertThat(proposals.getFirst().to()).isEqualTo(20);
    assertThat(proposals.getFirst().rate()).isGreaterThan(0.6);
    assertThat(proposals.getFirst().otherwise()).isLessThan(0.25);
  }

  @Test
  void what_may_be_chance_is_not_proposed() {
    List<Answered> few =
        List.of(new Answered("adult", 9, 60, 28), new Answered("adult", 17, 60, 32));

    assertThat(windows.of(few).getFirst().proposals()).isEmpty();
  }

  @Test
  void too_few_calls_propose_nothing_however_well_they_went() {
    List<Answered> few =
        List.of(new Answered("adult", 9, 1_000, 100), new Answered("adult", 17, 10, 10));

    assertThat(windows.of(few).getFirst().proposals()).isEmpty();
  }

  @Test
  void each_segment_has_its_own_day_in_order() {
    List<BetterWindows.Segment> segments =
        windows.of(
            List.of(
                new Answered("young", 17, 4, 1),
                new Answered("elderly", 10, 2, 2),
                new Answered("young", 9, 2, 1)));

    assertThat(segments)
        .extracting(BetterWindows.Segment::segment)
        .containsExactly("elderly", "young");
    assertThat(segments.getLast().hours())
        .extracting(BetterWindows.Rate::hour)
        .containsExactly(9, 17);
    assertThat(segments.getLast().hours().getLast().rate()).isEqualTo(0.25);
  }
}
