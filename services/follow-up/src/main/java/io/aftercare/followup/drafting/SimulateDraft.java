package io.aftercare.followup.drafting;

import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.CallWindow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tries a draft out on sales of the past: how many contacts it would have made, and how many hours
 * of whom. Sales are streamed, so that a month of them needs no room; nothing is written.
 */
@ApplicationScoped
class SimulateDraft {

  private final Mutiny.SessionFactory sessions;
  private final Pool pool;
  private final Editions editions;
  private final KnownSales sales;
  private final KnownCustomers customers;
  private final Programmes programmes;
  private final CallWindow window;
  private final PlannedHours hours;
  private final Clock clock;
  private final int most;

  SimulateDraft(
      Mutiny.SessionFactory sessions,
      Pool pool,
      Editions editions,
      KnownSales sales,
      KnownCustomers customers,
      Programmes programmes,
      CallWindow window,
      PlannedHours hours,
      Clock clock,
      @ConfigProperty(name = "aftercare.programmes.simulated-sales") int most) {
    this.sessions = sessions;
    this.pool = pool;
    this.editions = editions;
    this.sales = sales;
    this.customers = customers;
    this.programmes = programmes;
    this.window = window;
    this.hours = hours;
    this.clock = clock;
    this.most = most;
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
    List<Programme> together = new ArrayList<>(programmes.published());
    together.removeIf(programme -> programme.key().equals(tried.key()));
    together.add(tried);
    DeservedContacts contacts = new DeservedContacts(together);
    Tally tally = new Tally(from, to);
    return pool.withTransaction(
            connection ->
                sales.walk(
                    connection,
                    new KnownSales.Period(from, to, most),
                    page -> count(connection, page, contacts, tried.key(), tally)))
        .map(complete -> tally.result(complete, hours));
  }

  private Uni<Void> count(
      SqlConnection connection,
      List<KnownSales.Owned> page,
      DeservedContacts contacts,
      String key,
      Tally tally) {
    List<UUID> owners = page.stream().map(KnownSales.Owned::customerId).toList();
    return customers
        .resolve(connection, owners)
        .invoke(known -> page.forEach(owned -> count(owned, known, contacts, key, tally)))
        .replaceWithVoid();
  }

  private void count(
      KnownSales.Owned owned,
      Map<UUID, Resolved> known,
      DeservedContacts contacts,
      String key,
      Tally tally) {
    Resolved owner = known.get(owned.customerId());
    var customer = owner == null ? null : owner.customer();
    tally.sale();
    if (customer != null && customer.blocked() != null) {
      return;
    }
    for (Contact contact : contacts.of(owned.sale(), customer)) {
      if (contact.programme().key().equals(key)) {
        tally.contact(contact, contact.intended(window, owned.sale().person(customer)).date());
      }
    }
  }
}
