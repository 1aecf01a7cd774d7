package io.aftercare.simulator.storm;

import static io.aftercare.simulator.storm.Finding.Row.CHANGES;
import static io.aftercare.simulator.storm.Finding.Row.CUSTOMERS;
import static io.aftercare.simulator.storm.Finding.Row.EVENTS;
import static io.aftercare.simulator.storm.Finding.Row.SALES;
import static io.aftercare.simulator.storm.Finding.Trouble.DOUBLED;
import static io.aftercare.simulator.storm.Finding.Trouble.LOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays what clients were told beside what the house has stored, and says what does not fit. Knows
 * nothing of how either was come by.
 */
final class Reconciliation {

  private final Told told;
  private final Stored stored;
  private final Map<String, List<Stored.Sale>> byNumber;

  private Reconciliation(Told told, Stored stored) {
    this.told = told;
    this.stored = stored;
    this.byNumber = stored.sales().stream().collect(Collectors.groupingBy(Stored.Sale::number));
  }

  static List<Finding> of(Told told, Stored stored) {
    Reconciliation at = new Reconciliation(told, stored);
    return Stream.of(
            at.sales(),
            at.customers(),
            at.events(),
            CallCheck.of(told, stored),
            DeskCheck.of(told, stored),
            FeedbackCheck.of(stored))
        .flatMap(List::stream)
        .toList();
  }

  private List<Finding> sales() {
    List<Finding> findings = new ArrayList<>();
    for (Told.Sale sale : told.sales().values()) {
      String number = sale.basket().number();
      List<Stored.Sale> found = byNumber.getOrDefault(number, List.of());
      if (found.size() > 1) {
        findings.add(
            new Finding(DOUBLED, SALES, number, "is stored %d times".formatted(found.size())));
      }
      if (sale.ids().size() > 1 || sale.created() > 1) {
        findings.add(
            new Finding(
                DOUBLED,
                SALES,
                number,
                "was acknowledged under ids %s, %d times as new"
                    .formatted(sale.ids(), sale.created())));
      }
      if (sale.acknowledged() && found.isEmpty()) {
        findings.add(new Finding(LOST, SALES, number, "was acknowledged and is not stored"));
      }
      found.forEach(one -> compare(sale, one, findings));
    }
    told.refusals().stream()
        .filter(no -> no.deed() == Entry.Deed.SALE)
        .map(no -> new Finding(LOST, SALES, no.subject(), "was refused: " + no.reason()))
        .forEach(findings::add);
    told.refusals().stream()
        .filter(no -> no.deed() == Entry.Deed.CHANGE)
        .map(no -> new Finding(LOST, CHANGES, no.subject(), "was refused: " + no.reason()))
        .forEach(findings::add);
    return findings;
  }

  private static void compare(Told.Sale sale, Stored.Sale found, List<Finding> findings) {
    String number = sale.basket().number();
    if (sale.acknowledged() && !sale.ids().contains(found.id())) {
      findings.add(
          new Finding(
              DOUBLED,
              SALES,
              number,
              "was acknowledged as %s and is stored as %s".formatted(sale.ids(), found.id())));
    }
    if (sale.changeHeard() && !sale.asked().isSeenIn(found.status())) {
      findings.add(
          new Finding(
              LOST,
              CHANGES,
              number,
              "was acknowledged as %s and is stored as %s"
                  .formatted(sale.asked(), found.status())));
    }
    long changes = Change.NONE.isSeenIn(found.status()) ? 1 : 2;
    if (found.version() != changes) {
      findings.add(
          new Finding(
              DOUBLED,
              CHANGES,
              number,
              "has version %d after %d changes".formatted(found.version(), changes)));
    }
  }

  private List<Finding> customers() {
    List<Finding> findings = new ArrayList<>();
    for (var customer : told.customers()) {
      if (!stored.customers().contains(customer)) {
        findings.add(
            new Finding(
                LOST, CUSTOMERS, customer.toString(), "was acknowledged and is not stored"));
      } else if (!stored.knownCustomers().contains(customer)) {
        findings.add(
            new Finding(LOST, CUSTOMERS, customer.toString(), "is stored, follow-up never heard"));
      }
    }
    told.refusals().stream()
        .filter(no -> no.deed() == Entry.Deed.CUSTOMER)
        .map(no -> new Finding(LOST, CUSTOMERS, no.subject(), "was refused: " + no.reason()))
        .forEach(findings::add);
    return findings;
  }

  private List<Finding> events() {
    List<Finding> findings = new ArrayList<>();
    for (Stored.Event event : stored.waiting()) {
      findings.add(
          new Finding(
              LOST,
              EVENTS,
              event.key().toString(),
              "%s version %d was committed by %s and never sent"
                  .formatted(event.type(), event.version(), event.service())));
    }
    stored
        .parked()
        .forEach(
            (consumer, records) -> {
              for (int i = 0; i < records; i++) {
                findings.add(
                    new Finding(LOST, EVENTS, consumer, "set an event aside as a dead letter"));
              }
            });
    return findings;
  }
}
