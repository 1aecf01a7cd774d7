package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.FollowUpEvents;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Person;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what was left lying: calls whose agent has gone, and calls whose window has closed.
 * In batches, each its own transaction; rows that somebody has their hands on are passed over until
 * the next time.
 */
@ApplicationScoped
class SweepCalls {

  private static final Logger LOG = Logger.getLogger(SweepCalls.class);
  private static final int BATCH = 500;

  private static final String LAPSED =
      "select "
          + Calls.COLUMNS
          + """
           from call c where c.state = 'held' and c.lease_until < clock_timestamp()
          limit $1 for update skip locked
          """;

  private static final String CLOSED =
      "select "
          + Calls.COLUMNS
          + """
           from call c where c.state = 'planned' and c.closes_at <= $2
          order by c.closes_at limit $1 for update skip locked
          """;

  private final Calls calls;
  private final KnownSales sales;
  private final KnownCustomers customers;
  private final CallWindow window;
  private final Outbox outbox;
  private final Clock clock;

  SweepCalls(
      Calls calls,
      KnownSales sales,
      KnownCustomers customers,
      CallWindow window,
      Outbox outbox,
      Clock clock) {
    this.calls = calls;
    this.sales = sales;
    this.customers = customers;
    this.window = window;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Goes on until nothing is left lying. */
  @Scheduled(
      every = "${aftercare.desk.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return untilDone(this::lapsed).chain(() -> untilDone(this::closed));
  }

  private Uni<Void> untilDone(Function<SqlConnection, Uni<Integer>> batch) {
    return outbox
        .inTransaction(batch)
        .chain(swept -> swept < BATCH ? Uni.createFrom().voidItem() : untilDone(batch));
  }

  /**
   * Leases that ran out: back to the queue, or to the supervisor where the number had been given
   * out.
   */
  private Uni<Integer> lapsed(SqlConnection transaction) {
    return transaction
        .preparedQuery(LAPSED)
        .execute(Tuple.of(BATCH))
        .map(Calls::calls)
        .chain(lapsed -> write(transaction, lapsed, takeBack(lapsed)));
  }

  private List<Event> takeBack(List<Call> lapsed) {
    Instant now = clock.instant();
    List<Event> events = new ArrayList<>();
    for (Call call : lapsed) {
      Call.Holding holding = call.holding();
      if (holding != null && holding.permittedAt() != null) {
        call.leaveToSupervisor();
        events.add(FollowUpEvents.tried(call, now, null));
      } else {
        call.putBack();
      }
      LOG.infof(
          "Lease lapsed, call=%s epoch=%d state=%s", call.id(), call.epoch(), call.state().key());
    }
    return events;
  }

  /** Windows that closed: on to the next, or too late. */
  private Uni<Integer> closed(SqlConnection transaction) {
    Instant now = clock.instant();
    return transaction
        .preparedQuery(CLOSED)
        .execute(Tuple.of(BATCH, now.atOffset(ZoneOffset.UTC)))
        .map(Calls::calls)
        .chain(
            closed ->
                people(transaction, closed)
                    .chain(people -> write(transaction, closed, moveOn(closed, people, now))));
  }

  private List<Event> moveOn(List<Call> closed, Map<UUID, Person> people, Instant now) {
    List<Event> events = new ArrayList<>(closed.size());
    for (Call call : closed) {
      Person person = people.get(call.id());
      if (person == null || now.isAfter(call.plan().lapsesAt())) {
        call.giveUp();
      } else {
        call.planAnew(
            call.plan()
                .movedTo(window.next(now, person, Hours.DAY, "nobody was free, next window")));
      }
      events.add(FollowUpEvents.planned(call, now, null));
    }
    if (!closed.isEmpty()) {
      long late = closed.stream().filter(call -> call.state() == CallState.TOO_LATE).count();
      LOG.infof("Windows closed, calls=%d too-late=%d", closed.size(), late);
    }
    return events;
  }

  private Uni<Integer> write(SqlConnection transaction, List<Call> swept, List<Event> events) {
    return calls
        .store(transaction, swept)
        .chain(() -> outbox.append(transaction, events))
        .replaceWith(swept.size());
  }

  /** Whose hours count, by call. */
  private Uni<Map<UUID, Person>> people(SqlConnection connection, List<Call> closed) {
    if (closed.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    List<UUID> saleIds = closed.stream().map(call -> call.origin().saleId()).distinct().toList();
    List<UUID> customerIds = closed.stream().map(Call::customerId).distinct().toList();
    return sales
        .find(connection, saleIds)
        .chain(
            found ->
                customers
                    .resolve(connection, customerIds)
                    .map(resolved -> people(closed, found, resolved)));
  }

  private static Map<UUID, Person> people(
      List<Call> closed, List<KnownSales.Owned> sales, Map<UUID, Resolved> customers) {
    Map<UUID, KnownSales.Owned> bySale =
        sales.stream().collect(Collectors.toMap(owned -> owned.sale().id(), Function.identity()));
    return closed.stream()
        .filter(call -> bySale.containsKey(call.origin().saleId()))
        .collect(Collectors.toMap(Call::id, call -> person(call, bySale, customers)));
  }

  private static Person person(
      Call call, Map<UUID, KnownSales.Owned> sales, Map<UUID, Resolved> customers) {
    @Nullable Resolved owner = customers.get(call.customerId());
    return sales.get(call.origin().saleId()).sale().person(owner == null ? null : owner.customer());
  }
}
