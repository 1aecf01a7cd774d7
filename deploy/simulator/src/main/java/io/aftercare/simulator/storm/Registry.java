package io.aftercare.simulator.storm;

import io.aftercare.simulator.chain.NewCustomer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Customers, registered before the storm and in it. */
final class Registry {

  private static final int BEFOREHAND = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Site site;
  private final Line line;
  private final Journal journal;
  private final Persistence persistence;
  private final String token;
  private final Queue<UUID> regulars = new ConcurrentLinkedQueue<>();

  Registry(Site site, Line line, Journal journal) {
    this.site = site;
    this.line = line;
    this.journal = journal;
    this.persistence = new Persistence(journal);
    this.token = site.tokens().till(Tills.STORES.getFirst());
  }

  /** Registers those who are known before the first sale. */
  void open() {
    List<NewCustomer> customers = new ArrayList<>();
    for (int i = 0; i < BEFOREHAND; i++) {
      customers.add(customer(UUID.randomUUID()));
    }
    persistence
        .ask(
            Entry.Deed.CUSTOMER,
            customers.stream().map(customer -> customer.id().toString()).toList(),
            () ->
                line.post(
                    site.url("customer-profile") + "/customers/batch",
                    token,
                    Map.of("customers", customers),
                    Duration.ofSeconds(30)))
        .filter(Answer.Heard::ok)
        .orElseThrow(() -> new IllegalStateException("customers cannot be registered"));
    for (NewCustomer customer : customers) {
      journal.write(new Entry.CustomerHeard(customer.id()));
      regulars.add(customer.id());
    }
  }

  /** Somebody who is registered and has bought nothing yet; a new id when there are no more. */
  UUID nextRegular() {
    UUID known = regulars.poll();
    return known == null ? register(UUID.randomUUID()) : known;
  }

  /** Registers a customer and returns when it is acknowledged. */
  UUID register(UUID id) {
    NewCustomer customer = customer(id);
    persistence
        .ask(
            Entry.Deed.CUSTOMER,
            id.toString(),
            () -> line.post(site.url("customer-profile") + "/customers", token, customer, PATIENCE))
        .ifPresent(
            heard ->
                journal.write(
                    heard.ok()
                        ? new Entry.CustomerHeard(id)
                        : new Entry.Refused(Entry.Deed.CUSTOMER, id.toString(), heard.problem())));
    return id;
  }

  private static NewCustomer customer(UUID id) {
    int number = 100 + Math.floorMod(id.hashCode(), 100);
    return new NewCustomer(
        id,
        "US",
        "Storm",
        "Petrel",
        null,
        LocalDate.of(1980, 5, 4),
        "female",
        List.of("en"),
        Site.MORNING.getZone().getId(),
        null,
        List.of(new NewCustomer.Phone("+1617555%04d".formatted(number), null)),
        List.of(),
        List.of(
            new NewCustomer.Consent(
                "care-calls",
                "call",
                "given",
                "counter-1",
                OffsetDateTime.parse("2026-01-05T10:00:00Z"))));
  }
}
