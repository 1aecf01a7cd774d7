package io.aftercare.simulator.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the clients' log comes to: what they were told, and what they never heard. */
final class Told {

  /** One sale, as its till knows it. */
  static final class Sale {
    private final Basket basket;
    private final Set<UUID> ids = new HashSet<>();
    private int created;
    private Change asked = Change.NONE;
    private boolean changeHeard;

    Sale(Basket basket) {
      this.basket = basket;
    }

    Basket basket() {
      return basket;
    }

    /** The ids it was acknowledged under; one, if all is well. */
    Set<UUID> ids() {
      return ids;
    }

    boolean acknowledged() {
      return !ids.isEmpty();
    }

    /** How often it was said to be new; at most once, if all is well. */
    int created() {
      return created;
    }

    /** The change that was asked for, whether or not it was acknowledged. */
    Change asked() {
      return asked;
    }

    boolean changeHeard() {
      return changeHeard;
    }
  }

  private final Map<String, Sale> sales = new LinkedHashMap<>();
  private final Set<UUID> customers = new HashSet<>();
  private final List<Entry.Claimed> claims = new ArrayList<>();
  private final List<Entry.Wrote> writes = new ArrayList<>();
  private final List<Entry.Refused> refusals = new ArrayList<>();
  private final Map<Entry.Deed, Set<String>> unheard = new HashMap<>();

  Told(List<Entry> entries) {
    entries.forEach(this::take);
  }

  private void take(Entry entry) {
    switch (entry) {
      case Entry.Posting(Basket basket) -> sales.putIfAbsent(basket.number(), new Sale(basket));
      case Entry.SaleHeard heard -> {
        Sale sale = sales.get(heard.number());
        sale.ids.add(heard.saleId());
        sale.created += heard.created() ? 1 : 0;
      }
      case Entry.Changing changing -> sales.get(changing.number()).asked = changing.change();
      case Entry.ChangeHeard heard -> sales.get(heard.number()).changeHeard = true;
      case Entry.CustomerHeard heard -> customers.add(heard.customer());
      case Entry.Unheard lost ->
          unheard.computeIfAbsent(lost.deed(), deed -> new HashSet<>()).add(lost.subject());
      case Entry.Refused refused -> refusals.add(refused);
      case Entry.Claimed claimed -> claims.add(claimed);
      case Entry.Wrote wrote -> writes.add(wrote);
    }
  }

  /** By number, as they were sold. */
  Map<String, Sale> sales() {
    return sales;
  }

  Set<UUID> customers() {
    return customers;
  }

  List<Entry.Claimed> claims() {
    return claims;
  }

  List<Entry.Wrote> writes() {
    return writes;
  }

  List<Entry.Wrote> writes(Entry.Deed deed) {
    return writes.stream().filter(wrote -> wrote.deed() == deed).toList();
  }

  List<Entry.Refused> refusals() {
    return refusals;
  }

  /** Subjects of which at least one request was never answered. */
  Set<String> unheard(Entry.Deed deed) {
    return unheard.getOrDefault(deed, Set.of());
  }
}
