package io.aftercare.followup.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallStateTest {

  @ParameterizedTest
  @EnumSource(names = {"DONE", "CANCELLED", "TOO_LATE", "NOT_REACHED"})
  void anEndIsAnEnd(CallState end) {
    assertThat(next(end)).isEmpty();
  }

  @Test
  void whatWasPermittedComesToAnEndOrBackThroughAPerson() {
    assertThat(next(CallState.HELD))
        .containsExactlyInAnyOrder(
            CallState.PLANNED,
            CallState.DONE,
            CallState.NOT_REACHED,
            CallState.CANCELLED,
            CallState.SUPERVISOR);
    assertThat(next(CallState.SUPERVISOR)).doesNotContain(CallState.HELD, CallState.SUPERVISOR);
  }

  @Test
  void onlyWhatIsPlannedCanBeClaimedOrTooLate() {
    for (CallState state : CallState.values()) {
      assertThat(state.mayBecome(CallState.HELD)).isEqualTo(state == CallState.PLANNED);
      assertThat(state.mayBecome(CallState.TOO_LATE)).isEqualTo(state == CallState.PLANNED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsNameLeadsBackToIt(CallState state) {
    assertThat(CallState.of(state.key())).isEqualTo(state);
  }

  private static Set<CallState> next(CallState state) {
    EnumSet<CallState> next = EnumSet.noneOf(CallState.class);
    for (CallState other : CallState.values()) {
      if (state.mayBecome(other)) {
        next.add(other);
      }
    }
    return next;
  }
}
