package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownEvents;
import io.aftercare.followup.known.KnownSales;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans the calls that other things than sales ask for: a recall, a complaint that was resolved.
 */
@ApplicationScoped
class ScheduleAfterEvents {

  private final KnownCustomers customers;
  private final KnownSales sales;
  private final KnownEvents events;
  private final Causes causes;
  private final ReviseCalls reviseCalls;

  ScheduleAfterEvents(
      KnownCustomers customers,
      KnownSales sales,
      KnownEvents events,
      Causes causes,
      ReviseCalls reviseCalls) {
    this.customers = customers;
    this.sales = sales;
    this.events = events;
    this.causes = causes;
    this.reviseCalls = reviseCalls;
  }

  /**
   * An event as it was told.
   *
   * @param outline what it tells of its sale, in case nobody has told of that yet; absent where the
   *     sale is known
   * @param traceparent W3C trace context of the event; absent outside a trace
   */
  record Told(KnownEvent event, KnownSales.@Nullable Owned outline, @Nullable String traceparent) {}

  /** Plans what they ask for; what was planned for them before stays. */
  Uni<Void> schedule(SqlConnection transaction, List<Told> told) {
    if (told.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<KnownSales.Owned> outlines =
        told.stream().map(Told::outline).filter(Objects::nonNull).toList();
    return customers
        .keepStill(transaction)
        .chain(() -> outline(transaction, outlines))
        .chain(() -> events.remember(transaction, told.stream().map(Told::event).toList()))
        .chain(
            () ->
                causes.ofSales(
                    transaction, told.stream().map(each -> each.event().saleId()).toList()))
        .chain(
            known -> reviseCalls.revise(transaction, causes(told, known), CancelReason.RETURNED));
  }

  /** A sale that nobody told of yet is known in outline; once it is told, it takes its place. */
  private Uni<Void> outline(SqlConnection transaction, List<KnownSales.Owned> outlines) {
    if (outlines.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return customers
        .resolve(transaction, outlines.stream().map(KnownSales.Owned::customerId).toList())
        .map(
            resolved ->
                outlines.stream()
                    .map(
                        each ->
                            new KnownSales.Owned(each.sale(), resolved.get(each.customerId()).id()))
                    .toList())
        .chain(owned -> sales.remember(transaction, owned));
  }

  private static List<Cause> causes(List<Told> told, Map<UUID, Cause> known) {
    List<Cause> causes = new ArrayList<>();
    for (Told each : told) {
      Cause cause = known.get(each.event().saleId());
      if (cause == null) {
        throw new IllegalStateException(
            "Sale %s of %s is not known".formatted(each.event().saleId(), each.event().event()));
      }
      Cause traced =
          new Cause(
              cause.sale(),
              cause.customerId(),
              cause.customer(),
              cause.supplies(),
              each.traceparent());
      if (causes.stream().noneMatch(other -> other.sale().id().equals(cause.sale().id()))) {
        causes.add(traced);
      }
    }
    return causes;
  }
}
