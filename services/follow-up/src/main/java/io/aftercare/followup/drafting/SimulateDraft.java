package io.aftercare.followup.drafting;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownEvents;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.message.Messages;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Trigger;
import io.aftercare.followup.window.CallWindow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tries a draft out on the past, sales and what happened to them: how many contacts it would have
 * made, and how many hours of whom. Sales are streamed, so that a month of them needs no room;
 * nothing is written.
 */
@ApplicationScoped
class SimulateDraft {

  private static final int PAGE = 1_000;
  private static final UUID FIRST = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final Pool pool;
  private final Editions editions;
  private final KnownSales sales;
  private final KnownEvents events;
  private final Messages messages;
  private final KnownCustomers customers;
  private final Programmes programmes;
  private final CallWindow window;
  private final PlannedHours hours;
  private final Clock clock;
  private final int most;
  private final Duration lookBack;

  SimulateDraft(
      Mutiny.SessionFactory sessions,
      Pool pool,
      Editions editions,
      KnownSales sales,
      KnownEvents events,
      Messages messages,
      KnownCustomers customers,
      Programmes programmes,
      CallWindow window,
      PlannedHours hours,
      Clock clock,
      @ConfigProperty(name = "aftercare.programmes.simulated-sales") int most,
      @ConfigProperty(name = "aftercare.refill.look-back") Duration lookBack) {
    this.sessions = sessions;
    this.pool = pool;
    this.editions = editions;
    this.sales = sales;
    this.events = events;
    this.messages = messages;
    this.customers = customers;
    this.programmes = programmes;
    this.window = window;
    this.hours = hours;
    this.clock = clock;
    this.most = most;
    this.lookBack = lookBack;
  }

  /**
   * @param days of sales, up to now
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no draft
   */
  Uni<Simulation> simulate(String key, int days) {
    Instant to = clock.instant();
    Instant from = to.minus(Duration.ofDays(days));
    return sessions
        .withSession(session -> editions.draft(session, key))
        .onItem()
        .ifNull()
        .failWith(() -> DraftProblems.noDraft(key))
        .chain(draft -> run(draft, from, to));
  }

  private Uni<Simulation> run(Edition draft, Instant from, Instant to) {
    Programme tried = programmes.read(draft);
    Trial trial = new Trial(tried, programmes.published(), window, new Tally(from, to));
    return pool.withTransaction(
            connection ->
                sales
                    .walk(
                        connection,
                        new KnownSales.Period(from, to, most),
                        page -> onSales(connection, page, trial, from))
                    .call(() -> onEvents(connection, trial, from, to))
                    .call(() -> onOffers(connection, trial, from, to)))
        .map(complete -> trial.tally().result(complete, hours, NotCounted.of(tried, complete)));
  }

  private Uni<Void> onSales(
      SqlConnection connection, List<KnownSales.Owned> page, Trial trial, Instant from) {
    return others(connection, page, trial, from)
        .chain(
            others ->
                customers
                    .resolve(connection, owners(page))
                    .invoke(
                        known ->
                            page.forEach(
                                owned -> {
                                  trial.tally().sale();
                                  trial.on(
                                      owned.sale(),
                                      customer(owned, known),
                                      null,
                                      others.getOrDefault(owned.customerId(), List.of()));
                                })))
        .replaceWithVoid();
  }

  private Uni<Void> onEvents(SqlConnection connection, Trial trial, Instant from, Instant to) {
    return trial.hearsOfEvents()
        ? onEvents(connection, trial, from, to, FIRST)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> onEvents(
      SqlConnection connection, Trial trial, Instant from, Instant to, UUID after) {
    return events
        .ofPeriod(connection, from, to, after, PAGE)
        .call(page -> onEvents(connection, trial, page))
        .chain(
            page ->
                page.size() < PAGE
                    ? Uni.createFrom().voidItem()
                    : onEvents(connection, trial, from, to, page.getLast().id()));
  }

  private Uni<Void> onEvents(SqlConnection connection, Trial trial, List<KnownEvent> page) {
    List<KnownEvent> heard =
        page.stream().filter(event -> trial.tried().trigger().hears(event.event())).toList();
    return sales
        .find(connection, heard.stream().map(KnownEvent::saleId).distinct().toList())
        .chain(
            found ->
                customers
                    .resolve(connection, owners(found))
                    .invoke(known -> count(heard, found, known, trial)))
        .replaceWithVoid();
  }

  private static void count(
      List<KnownEvent> heard,
      List<KnownSales.Owned> found,
      Map<UUID, Resolved> known,
      Trial trial) {
    Map<UUID, KnownSales.Owned> bySale = new HashMap<>();
    found.forEach(owned -> bySale.put(owned.sale().id(), owned));
    for (KnownEvent event : heard) {
      KnownSales.Owned owned = bySale.get(event.saleId());
      if (owned != null) {
        trial.tally().event();
        trial.on(owned.sale(), customer(owned, known), event, List.of());
      }
    }
  }

  /** What the customer file offered then under this name: each would be one message. */
  private Uni<Void> onOffers(SqlConnection connection, Trial trial, Instant from, Instant to) {
    Programme tried = trial.tried();
    return tried.trigger().asks(Trigger.OfCalendar.class)
        ? messages
            .ofOffers(connection, tried.key(), from, to)
            .invoke(
                made ->
                    made.forEach(
                        (date, offers) ->
                            trial.tally().offers(date, tried.steps().getFirst(), offers)))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  /** The other sales of these customers, where they matter. */
  private Uni<Map<UUID, List<KnownSale>>> others(
      SqlConnection connection, List<KnownSales.Owned> page, Trial trial, Instant from) {
    return trial.asksForSupplies()
        ? sales
            .ofCustomers(connection, owners(page), from.minus(lookBack))
            .map(
                found ->
                    found.stream()
                        .collect(
                            Collectors.groupingBy(
                                KnownSales.Owned::customerId,
                                Collectors.mapping(KnownSales.Owned::sale, Collectors.toList()))))
        : Uni.createFrom().item(Map.of());
  }

  private static List<UUID> owners(List<KnownSales.Owned> page) {
    return page.stream().map(KnownSales.Owned::customerId).toList();
  }

  private static @Nullable KnownCustomer customer(
      KnownSales.Owned owned, Map<UUID, Resolved> known) {
    Resolved owner = known.get(owned.customerId());
    return owner == null ? null : owner.customer();
  }
}
