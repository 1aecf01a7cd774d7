package io.aftercare.simulator.storm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A storm of a few entries, and what a house may have stored of it. All is well until somebody
 * meddles.
 */
final class SmallStorm {

  static final Instant DUE_BY = Site.MORNING.toInstant();

  private final List<Entry> journal = new ArrayList<>();
  final List<Stored.Sale> sales = new ArrayList<>();
  final Set<UUID> customers = new HashSet<>();
  final Map<UUID, Long> knownSales = new HashMap<>();
  final Set<UUID> knownCustomers = new HashSet<>();
  final List<Stored.Call> calls = new ArrayList<>();
  final List<Stored.Permit> permits = new ArrayList<>();
  final List<Stored.Attempt> attempts = new ArrayList<>();
  final List<Stored.Answer> answers = new ArrayList<>();
  final List<Stored.Complaint> complaints = new ArrayList<>();
  final List<Stored.Event> waiting = new ArrayList<>();
  final Map<String, Long> parked = new HashMap<>();

  /** A sale whose till knows of it; nothing is stored yet. */
  Basket posted(Purchase purchase) {
    UUID customer = purchase == Purchase.ANONYMOUS ? null : UUID.randomUUID();
    Basket basket =
        new Basket(
            "n" + journal.size(),
            "storm-1",
            customer,
            purchase,
            Site.MORNING.withHour(1).toOffsetDateTime());
    journal.add(new Entry.Posting(basket));
    return basket;
  }

  UUID acknowledged(Basket basket) {
    UUID id = UUID.randomUUID();
    journal.add(new Entry.SaleHeard(basket.number(), id, true));
    return id;
  }

  /** A sale that was acknowledged and stored, with the calls it deserves, all done with. */
  UUID sold(Purchase purchase) {
    Basket basket = posted(purchase);
    UUID id = acknowledged(basket);
    sales.add(new Stored.Sale(id, basket.number(), "completed", 1));
    if (basket.customer() != null) {
      knownSales.put(id, 1L);
    }
    purchase
        .deserved(Change.NONE)
        .forEach(contact -> calls.add(done(id, contact, null, "done-well")));
    return id;
  }

  /** The sale is changed, and the house has noticed everywhere. */
  void changed(UUID id, Change change) {
    Stored.Sale before = sale(id);
    journal.add(new Entry.Changing(before.number(), change));
    journal.add(new Entry.ChangeHeard(before.number()));
    String status = change == Change.VOIDED ? "voided" : "returned";
    sales.set(sales.indexOf(before), new Stored.Sale(id, before.number(), status, 2));
    knownSales.put(id, 2L);
  }

  Stored.Sale sale(UUID id) {
    return sales.stream().filter(sale -> sale.id().equals(id)).findFirst().orElseThrow();
  }

  void hears(Entry entry) {
    journal.add(entry);
  }

  static Stored.Call done(
      UUID sale, Contact contact, @Nullable Integer satisfaction, String disposition) {
    return call(sale, contact, "done", 0, null, disposition, satisfaction);
  }

  static Stored.Call planned(UUID sale, Contact contact) {
    return call(sale, contact, "planned", 0, null, null, null);
  }

  static Stored.Call cancelled(UUID sale, Contact contact, String reason) {
    return call(sale, contact, "cancelled", 0, reason, null, null);
  }

  static Stored.Call held(UUID sale, Contact contact, double lapsed) {
    return call(sale, contact, "held", lapsed, null, null, null);
  }

  private static Stored.Call call(
      UUID sale,
      Contact contact,
      String state,
      double lapsed,
      @Nullable String cancelReason,
      @Nullable String disposition,
      @Nullable Integer satisfaction) {
    return new Stored.Call(
        UUID.randomUUID(),
        sale,
        contact,
        state,
        1,
        lapsed,
        false,
        false,
        DUE_BY.plusSeconds(3_600),
        DUE_BY.plusSeconds(36_000),
        disposition,
        satisfaction,
        "complaint".equals(disposition) ? "wait" : null,
        cancelReason);
  }

  /** This call is due, and closes in the evening. */
  static Stored.Call due(Stored.Call call, boolean pharmacist) {
    return new Stored.Call(
        call.id(),
        call.saleId(),
        call.contact(),
        call.state(),
        call.epoch(),
        call.lapsed(),
        call.permitted(),
        pharmacist,
        DUE_BY.minusSeconds(60),
        call.closesAt(),
        call.disposition(),
        call.satisfaction(),
        call.complaint(),
        call.cancelReason());
  }

  List<Finding> reckoned() {
    return Reconciliation.of(
        new Told(journal),
        new Stored(
            DUE_BY,
            sales,
            customers,
            knownSales,
            knownCustomers,
            calls,
            permits,
            attempts,
            answers,
            complaints,
            waiting,
            parked));
  }
}
