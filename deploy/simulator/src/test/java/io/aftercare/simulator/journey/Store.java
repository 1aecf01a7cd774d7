package io.aftercare.simulator.journey;

import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.chain.NewCustomer;
import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.chain.Reply;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store at work: its till registers, sells, takes back. */
final class Store {

  /** A store of the chain and its particulars. */
  enum Opening {
    BOSTON(
        new io.aftercare.simulator.chain.Store(
            "boston-1", "Boston", "America/New_York", "US", "MA", "USD", "+16175550199"));

    private final io.aftercare.simulator.chain.Store particulars;

    Opening(io.aftercare.simulator.chain.Store particulars) {
      this.particulars = particulars;
    }

    String id() {
      return particulars.id();
    }

    io.aftercare.simulator.chain.Store particulars() {
      return particulars;
    }
  }

  /** A sale as the till has it on its receipt. */
  record Receipt(UUID saleId, NewSale posted, Reply answer) {}

  private final House house;
  private final io.aftercare.simulator.chain.Store store;
  private final List<Receipt> sold = new ArrayList<>();

  Store(House house, Opening opening) {
    this.house = house;
    this.store = opening.particulars();
  }

  /** Registers somebody who may be called. */
  UUID registers(String givenName) {
    UUID id = UUID.randomUUID();
    NewCustomer customer =
        new NewCustomer(
            id,
            "US",
            givenName,
            "Doyle",
            null,
            LocalDate.of(1980, 5, 4),
            "female",
            List.of("en"),
            store.zone(),
            null,
            List.of(
                new NewCustomer.Phone(
                    "+1617555%04d".formatted(100 + Math.floorMod(id.hashCode(), 100)), null)),
            List.of(),
            List.of(consent("given")));
    house.post(store.till(), "customer-profile", "/customers", customer).expectOk("the customer");
    return id;
  }

  /** Sells something that customer takes home. */
  Receipt sells(Goods goods, UUID customer, ZonedDateTime at) {
    NewSale sale =
        new NewSale(
            "journey-" + UUID.randomUUID(),
            at.toOffsetDateTime(),
            customer,
            "self",
            List.of(goods.line()),
            store.currency(),
            null);
    Receipt receipt = posts(sale);
    sold.add(receipt);
    return receipt;
  }

  /** Sends the very same sale once more, as a till does that has lost the answer. */
  Receipt sendsAgain(Receipt receipt) {
    return posts(receipt.posted());
  }

  private Receipt posts(NewSale sale) {
    Reply reply = house.post(store.till(), "sales", "/sales", sale).expectOk("the sale");
    return new Receipt(UUID.fromString(reply.body().path("id").asText()), sale, reply);
  }

  void voids(Receipt receipt) {
    house
        .post(
            store.till(),
            "sales",
            "/sales/" + receipt.saleId() + "/void",
            Map.of("reason", "rung up twice"))
        .expectOk("the void");
    sold.remove(receipt);
  }

  /** Notes at the counter that the customer no longer wants to be called. */
  void takesBackConsentOf(UUID customer) {
    Map<String, String> withdrawn =
        Map.of(
            "purpose",
            "care-calls",
            "channel",
            "call",
            "state",
            "withdrawn",
            "wording",
            "counter-1");
    house
        .put(store.till(), "customer-profile", "/customers/" + customer + "/consents", withdrawn)
        .expectOk("the consent");
  }

  /** Voids whatever was sold and not voided, so that nobody is called about it any more. */
  List<Receipt> clearsUp() {
    List<Receipt> left = List.copyOf(sold);
    left.forEach(this::voids);
    return left;
  }

  private static NewCustomer.Consent consent(String state) {
    return new NewCustomer.Consent(
        "care-calls", "call", state, "counter-1", OffsetDateTime.parse("2026-01-05T10:00:00Z"));
  }
}
