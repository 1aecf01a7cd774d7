package io.aftercare.simulator.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One till: sells, sends again what it has no answer to, takes back. */
final class Till {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** So short that the answer is mostly missed, while the sale is mostly stored. */
  private static final Duration IMPATIENCE = Duration.ofMillis(3);

  private final Site site;
  private final Line line;
  private final Journal journal;
  private final Registry registry;
  private final Persistence persistence;
  private final Crew crew;
  private final String store;
  private final String name;
  private final String token;
  private final Random random;
  private int sold;

  /**
   * @param crew runs what happens beside and afterwards
   */
  Till(
      Site site,
      Line line,
      Journal journal,
      Registry registry,
      Crew crew,
      String store,
      String name,
      Random random) {
    this.site = site;
    this.line = line;
    this.journal = journal;
    this.registry = registry;
    this.persistence = new Persistence(journal);
    this.crew = crew;
    this.store = store;
    this.name = name;
    this.token = site.tokens().till(store);
    this.random = random;
  }

  /** What the next customer puts on the counter. */
  Basket fill() {
    Purchase purchase =
        switch (random.nextInt(10)) {
          case 0, 1 -> Purchase.ANTIBIOTIC;
          case 2 -> Purchase.ANTICOAGULANT;
          case 3 -> Purchase.LONG_TERM;
          case 4, 5 -> Purchase.ANTIBIOTIC_AND_SYRUP;
          case 6 -> random.nextInt(3) == 0 ? Purchase.ANONYMOUS : Purchase.SYRUP;
          default -> Purchase.SYRUP;
        };
    return basket(purchase, purchase == Purchase.ANONYMOUS ? null : customer());
  }

  /** Registered before the sale, registered while it is being made, or never. */
  private UUID customer() {
    int dice = random.nextInt(10);
    if (dice < 5) {
      return registry.nextRegular();
    }
    UUID unknown = UUID.randomUUID();
    if (dice < 9) {
      crew.execute(() -> registry.register(unknown));
    }
    return unknown;
  }

  private synchronized Basket basket(Purchase purchase, @Nullable UUID customer) {
    // Due from 09:00 to 10:25, each a little later than the last, so that what agents let go is
    // soon taken up again.
    OffsetDateTime at =
        purchase.atNight()
            ? Site.MORNING
                .withHour(1)
                .withMinute(0)
                .plusSeconds(random.nextInt(85 * 60))
                .toOffsetDateTime()
            : Site.MORNING.minusDays(1).withHour(12).withMinute(0).toOffsetDateTime();
    return new Basket("%s-%s-%d".formatted(store, name, ++sold), store, customer, purchase, at);
  }

  /** Posts a sale until it is answered; one in twenty is sent twice. */
  void sell(Basket basket) {
    journal.write(new Entry.Posting(basket));
    switch (random.nextInt(60)) {
      case 0 -> crew.execute(() -> post(basket));
      case 1 -> impatiently(basket);
      default -> {}
    }
    Optional<UUID> id = post(basket);
    if (random.nextInt(60) == 2) {
      post(basket);
    }
    id.ifPresent(saleId -> afterwards(basket, saleId));
  }

  private void impatiently(Basket basket) {
    Answer first = line.post(url("/sales"), token, basket.sale(), IMPATIENCE);
    switch (first) {
      case Answer.Heard heard -> note(basket.number(), heard);
      case Answer.Unheard(String why) ->
          journal.write(new Entry.Unheard(Entry.Deed.SALE, basket.number(), why));
      case Answer.Unsent unsent -> {}
    }
  }

  private Optional<UUID> post(Basket basket) {
    return persistence
        .ask(
            Entry.Deed.SALE,
            basket.number(),
            () -> line.post(url("/sales"), token, basket.sale(), PATIENCE))
        .flatMap(heard -> note(basket.number(), heard));
  }

  private Optional<UUID> note(String number, Answer.Heard heard) {
    if (!heard.ok()) {
      journal.write(new Entry.Refused(Entry.Deed.SALE, number, heard.problem()));
      return Optional.empty();
    }
    UUID id = UUID.fromString(heard.body().path("id").asText());
    journal.write(new Entry.SaleHeard(number, id, heard.status() == 201));
    return Optional.of(id);
  }

  /** Posts what was sold while the net was away; one batch in twenty is sent twice. */
  void sellTogether(List<Basket> baskets) {
    baskets.forEach(basket -> journal.write(new Entry.Posting(basket)));
    if (random.nextInt(20) == 0) {
      crew.execute(() -> postTogether(baskets));
    }
    postTogether(baskets);
  }

  private void postTogether(List<Basket> baskets) {
    Map<String, Object> body = Map.of("sales", baskets.stream().map(Basket::sale).toList());
    persistence
        .ask(
            Entry.Deed.SALE,
            baskets.stream().map(Basket::number).toList(),
            () -> line.post(url("/sales/batch"), token, body, PATIENCE.multipliedBy(2)))
        .ifPresent(heard -> noteAll(baskets, heard));
  }

  private void noteAll(List<Basket> baskets, Answer.Heard heard) {
    for (Basket basket : baskets) {
      JsonNode result = heard.body().path("results").path(baskets.indexOf(basket));
      String status = result.path("status").asText("refused");
      if (status.equals("refused")) {
        String reason = heard.ok() ? result.path("problem").toString() : heard.problem();
        journal.write(new Entry.Refused(Entry.Deed.SALE, basket.number(), reason));
      } else {
        UUID id = UUID.fromString(result.path("sale").path("id").asText());
        journal.write(new Entry.SaleHeard(basket.number(), id, status.equals("created")));
      }
    }
  }

  /** Some are taken back, at once or a little later; some come again for more. */
  private void afterwards(Basket basket, UUID saleId) {
    int dice = random.nextInt(100);
    Duration later = Duration.ofMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(5_000));
    boolean twice = random.nextInt(20) == 0;
    if (basket.purchase() == Purchase.ANTIBIOTIC_AND_SYRUP && dice < 40) {
      crew.execute(() -> change(basket, saleId, Change.FIRST_LINE_RETURNED, later, twice));
    } else if (dice < 8) {
      crew.execute(() -> change(basket, saleId, Change.VOIDED, later, twice));
    } else if (dice < 14) {
      crew.execute(() -> change(basket, saleId, Change.RETURNED, later, twice));
    } else if (dice < 18 && basket.customer() != null) {
      sell(basket(Purchase.SYRUP_AGAIN, basket.customer()));
    }
  }

  private void change(Basket basket, UUID saleId, Change change, Duration later, boolean twice) {
    Pause.of(later);
    journal.write(new Entry.Changing(basket.number(), change));
    if (twice) {
      crew.execute(() -> ask(basket.number(), saleId, change));
    }
    ask(basket.number(), saleId, change);
  }

  private void ask(String number, UUID saleId, Change change) {
    String url = url("/sales/" + saleId + "/" + change.path());
    persistence
        .ask(
            Entry.Deed.CHANGE,
            number,
            () -> line.post(url, token, change.request(number), PATIENCE))
        .ifPresent(
            heard ->
                journal.write(
                    heard.ok()
                        ? new Entry.ChangeHeard(number)
                        : new Entry.Refused(Entry.Deed.CHANGE, number, heard.problem())));
  }

  private String url(String path) {
    return site.url("sales") + path;
  }
}
