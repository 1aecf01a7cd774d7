package io.aftercare.followup.call;

import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Calls off the open calls of customers who may not be called any more. */
@ApplicationScoped
public class CancelCalls {

  private static final Logger LOG = Logger.getLogger(CancelCalls.class);

  private final Calls calls;
  private final Outbox outbox;
  private final Clock clock;

  CancelCalls(Calls calls, Outbox outbox, Clock clock) {
    this.calls = calls;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param reasons why, by customer
   * @param traceparent W3C trace context of what made it so; absent outside a trace
   */
  public Uni<Void> cancel(
      SqlConnection transaction, Map<UUID, String> reasons, @Nullable String traceparent) {
    if (reasons.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    return calls
        .lockOfCustomers(transaction, reasons.keySet())
        .map(found -> found.stream().filter(Call::isOpen).toList())
        .invoke(open -> open.forEach(call -> call.cancel(reason(call, reasons))))
        .call(open -> calls.store(transaction, open))
        .chain(open -> tell(transaction, open, now, traceparent));
  }

  private Uni<Void> tell(
      SqlConnection transaction, List<Call> open, Instant now, @Nullable String traceparent) {
    for (Call call : open) {
      LOG.infof("Call cancelled, call=%s reason=%s", call.id(), call.cancelReason());
    }
    List<Event> events =
        open.stream().map(call -> FollowUpEvents.cancelled(call, now, traceparent)).toList();
    return outbox.append(transaction, events);
  }

  private static String reason(Call call, Map<UUID, String> reasons) {
    return reasons.getOrDefault(call.customerId(), "blocked");
  }
}
