package io.aftercare.simulator.storm;

import static io.aftercare.simulator.storm.Finding.Row.CALLS;
import static io.aftercare.simulator.storm.Finding.Trouble.DOUBLED;
import static io.aftercare.simulator.storm.Finding.Trouble.LOST;
import static io.aftercare.simulator.storm.Finding.Trouble.STALE;
import static io.aftercare.simulator.storm.Finding.Trouble.STRANDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Each stored sale has the calls it deserves by what became of it, each once, and none lies about.
 */
final class CallCheck {

  private static final int LONGEST_LAPSE_SECONDS = 10;

  private final Stored stored;
  private final Map<UUID, List<Stored.Call>> bySale;
  private final List<Finding> findings = new ArrayList<>();

  private CallCheck(Stored stored) {
    this.stored = stored;
    this.bySale = stored.calls().stream().collect(Collectors.groupingBy(Stored.Call::saleId));
  }

  static List<Finding> of(Told told, Stored stored) {
    CallCheck check = new CallCheck(stored);
    for (Stored.Sale sale : stored.sales()) {
      Told.Sale till = told.sales().get(sale.number());
      if (till == null) {
        check.findings.add(
            new Finding(DOUBLED, Finding.Row.SALES, sale.number(), "is stored and nobody sold it"));
      } else {
        check.sale(sale, till);
      }
    }
    stored.calls().forEach(check::lyingAbout);
    return check.findings;
  }

  private void sale(Stored.Sale sale, Told.Sale till) {
    Basket basket = till.basket();
    // Whether a change happened is what sales has stored; which one it was only the till knows.
    Change change = Change.NONE.isSeenIn(sale.status()) ? Change.NONE : till.asked();
    Set<Contact> deserved = basket.purchase().deserved(change);
    Set<Contact> everDeserved = basket.purchase().deserved(Change.NONE);
    Map<Contact, List<Stored.Call>> calls =
        bySale.getOrDefault(sale.id(), List.of()).stream()
            .collect(Collectors.groupingBy(Stored.Call::contact));
    for (Contact contact : deserved) {
      if (!calls.containsKey(contact)) {
        add(LOST, sale, "deserves a call for %s and has none".formatted(contact));
      }
    }
    calls.forEach(
        (contact, made) -> {
          if (made.size() > 1) {
            add(DOUBLED, sale, "has %d calls for %s".formatted(made.size(), contact));
          }
          if (!everDeserved.contains(contact)) {
            add(DOUBLED, sale, "has a call for %s, which it never deserved".formatted(contact));
          }
          made.forEach(call -> state(sale, call, deserved.contains(contact)));
        });
    version(sale, basket);
  }

  private void state(Stored.Sale sale, Stored.Call call, boolean deserved) {
    boolean calledOff =
        call.is("cancelled")
            && Set.of("sale-voided", "returned").contains(String.valueOf(call.cancelReason()));
    if (deserved && calledOff) {
      add(
          LOST,
          sale,
          "is %s, but its call for %s was cancelled".formatted(sale.status(), call.contact()));
    }
    boolean open = call.is("planned") || call.is("held") && !call.permitted();
    if (!deserved && open) {
      add(
          STALE,
          sale,
          "was %s, but its call %s for %s is %s"
              .formatted(sale.status(), call.id(), call.contact(), call.state()));
    }
  }

  private void version(Stored.Sale sale, Basket basket) {
    Long known = stored.knownSales().get(sale.id());
    if (basket.customer() != null && known == null) {
      add(LOST, sale, "is stored, follow-up never heard of it");
    } else if (known != null && known != sale.version()) {
      add(
          STALE,
          sale,
          "has version %d, follow-up goes by version %d".formatted(sale.version(), known));
    }
  }

  /** Held for nobody, or due and given to nobody. */
  private void lyingAbout(Stored.Call call) {
    if (call.is("held") && call.lapsed() > LONGEST_LAPSE_SECONDS) {
      findings.add(
          new Finding(
              STRANDED,
              CALLS,
              call.id().toString(),
              "is held although its lease ran out %.0f s ago".formatted(call.lapsed())));
    }
    boolean due =
        call.is("planned")
            && !call.pharmacist()
            && !call.dueAt().isAfter(stored.dueBy())
            && call.closesAt().isAfter(stored.dueBy());
    if (due) {
      findings.add(
          new Finding(
              STRANDED,
              CALLS,
              call.id().toString(),
              "is due since %s, and no agent who asked was given it".formatted(call.dueAt())));
    }
  }

  private void add(Finding.Trouble trouble, Stored.Sale sale, String words) {
    findings.add(
        new Finding(trouble, CALLS, "sale " + sale.id() + " (" + sale.number() + ")", words));
  }
}
