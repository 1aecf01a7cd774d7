package io.aftercare.sales.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.sales.request.ServiceRequest.Kind;
import io.aftercare.sales.request.ServiceRequest.Move;
import io.aftercare.sales.request.ServiceRequest.State;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceRequestTest {

  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "OPEN, START, UNDER_WAY",
    "OPEN, FINISH,",
    "OPEN, CANCEL, CANCELLED",
    "UNDER_WAY, START,",
    "UNDER_WAY, FINISH, DONE",
    "UNDER_WAY, CANCEL, CANCELLED",
    "DONE, START,",
    "DONE, FINISH,",
    "DONE, CANCEL,",
    "CANCELLED, START,",
    "CANCELLED, FINISH,",
    "CANCELLED, CANCEL,"
  })
  void a_move_leads_on_or_is_refused(State from, Move move, State to) {
    ServiceRequest request = in(from);
    if (to == null) {
      HttpProblem refused =
          assertThrows(HttpProblem.class, () -> request.after(move, NOW, "dana", null));
      assertEquals(409, refused.getStatusCode());
      assertTrue(refused.getType().toString().endsWith("service-request-" + from.wire()));
    } else {
      ServiceRequest moved = request.after(move, NOW, "dana", null);
      assertEquals(to, moved.state());
      assertEquals(request.version() + 1, moved.version());
      assertEquals(to, moved.history().getLast().state());
    }
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void only_what_is_not_at_its_end_can_be_overdue(State state) {
    assertEquals(!state.isEnd(), in(state).overdue(NOW.plus(Duration.ofHours(2))));
    assertFalse(in(state).overdue(NOW));
  }

  private static ServiceRequest in(State state) {
    return new ServiceRequest(
        UUID.randomUUID(),
        1,
        Kind.DELIVERY,
        state,
        "boston-1",
        null,
        null,
        NOW.plus(Duration.ofHours(1)),
        NOW,
        "dana",
        List.of());
  }
}
