package io.aftercare.followup.call;

import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings the calls of sales in line with what is known now: missing ones are added, others moved or
 * cancelled.
 */
@ApplicationScoped
class ReviseCalls {

  private static final Logger LOG = Logger.getLogger(ReviseCalls.class);

  private final Calls calls;
  private final Programmes programmes;
  private final CallWindow window;
  private final Outbox outbox;
  private final Clock clock;

  ReviseCalls(Calls calls, Programmes programmes, CallWindow window, Outbox outbox, Clock clock) {
    this.calls = calls;
    this.programmes = programmes;
    this.window = window;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param whyNot why a call is cancelled that is no longer deserved; a void says so itself
   */
  Uni<Void> revise(SqlConnection transaction, List<Cause> causes, String whyNot) {
    if (causes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    List<UUID> sales = causes.stream().map(cause -> cause.sale().id()).toList();
    return calls
        .lockOfSales(transaction, sales)
        .map(existing -> judge(causes, existing, whyNot, now))
        .chain(outcome -> write(transaction, outcome, now));
  }

  private record Judged(Cause cause, Revision revision) {}

  private List<Judged> judge(List<Cause> causes, List<Call> existing, String whyNot, Instant now) {
    Map<UUID, List<Call>> bySale =
        existing.stream().collect(Collectors.groupingBy(call -> call.origin().causeId()));
    DeservedContacts contacts = programmes.contacts();
    List<Judged> judged = new ArrayList<>(causes.size());
    for (Cause cause : causes) {
      Revision revision =
          Revision.of(
              cause,
              bySale.getOrDefault(cause.sale().id(), List.of()),
              contacts.of(cause.sale(), cause.customer()),
              cause.sale().voided() ? CancelReason.SALE_VOIDED : whyNot,
              window,
              now);
      judged.add(new Judged(cause, revision));
    }
    return judged;
  }

  private Uni<Void> write(SqlConnection transaction, List<Judged> judged, Instant now) {
    List<Call> changed =
        judged.stream().flatMap(each -> each.revision().changed().stream()).toList();
    List<Call> missing = judged.stream().flatMap(each -> each.revision().added().stream()).toList();
    return calls
        .store(transaction, changed)
        .chain(() -> calls.add(transaction, missing))
        .chain(added -> tell(transaction, judged, changed, added, now));
  }

  private Uni<Void> tell(
      SqlConnection transaction,
      List<Judged> judged,
      List<Call> changed,
      List<Call> added,
      Instant now) {
    Map<UUID, Cause> causes =
        judged.stream()
            .collect(
                Collectors.toMap(each -> each.cause().sale().id(), Judged::cause, (a, b) -> a));
    List<Event> events = new ArrayList<>(changed.size() + added.size());
    for (List<Call> moved : List.of(changed, added)) {
      for (Call call : moved) {
        Cause cause = causes.get(call.origin().causeId());
        events.add(FollowUpEvents.planned(call, now, cause == null ? null : cause.traceparent()));
      }
    }
    if (!events.isEmpty()) {
      LOG.infof(
          "Calls revised, sales=%d changed=%d added=%d",
          judged.size(), changed.size(), added.size());
    }
    return outbox.append(transaction, events);
  }
}
