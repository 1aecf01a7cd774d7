package io.aftercare.simulator.storm;

import io.aftercare.simulator.chain.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * All the tills of the storm. Sales come in rushes, several a second, so that many are under way at
 * the same time.
 */
final class Tills {

  static final List<String> STORES =
      List.of("storm-1", "storm-2", "storm-3", "storm-4", "storm-5", "storm-6");

  private static final int WORKERS = 24;
  private static final int RUSHES_A_SECOND = 3;
  private static final int MOST_AT_ONCE = 120;

  private final Site site;
  private final Line line;
  private final Journal journal;
  private final Registry registry;
  private final long seed;
  private final int rate;
  private final Semaphore tickets = new Semaphore(0, true);

  /**
   * @param rate sales a second
   */
  Tills(Site site, Line line, Journal journal, Registry registry, long seed, int rate) {
    this.site = site;
    this.line = line;
    this.journal = journal;
    this.registry = registry;
    this.seed = seed;
    this.rate = rate;
  }

  /** Makes stores and products known. */
  void open() {
    String manager = site.tokens().of("storm-manager", null, "care-manager");
    for (String id : STORES) {
      Store store =
          new Store(id, id, Site.MORNING.getZone().getId(), "US", "MA", "USD", "+16175550199");
      put("/stores/" + id, manager, store);
    }
    put(
        "/products",
        manager,
        Map.of("products", Stream.of(Goods.values()).map(Goods::product).toList()));
  }

  private void put(String path, String token, Object body) {
    Answer answer = line.put(site.url("sales") + path, token, body, Duration.ofSeconds(20));
    if (!(answer instanceof Answer.Heard heard && heard.ok())) {
      throw new IllegalStateException("PUT " + path + ": " + answer);
    }
  }

  /** Sells as long as it is open, and returns when everything is answered or given up. */
  void run(BooleanSupplier open) {
    Crew crew = new Crew();
    for (int worker = 0; worker < WORKERS; worker++) {
      Random random = new Random(seed * 1_000 + worker);
      Till till =
          new Till(
              site,
              line,
              journal,
              registry,
              crew,
              STORES.get(worker % STORES.size()),
              "w" + worker,
              random);
      crew.execute(() -> work(till, random, open));
    }
    while (open.getAsBoolean()) {
      tickets.release(Math.max(1, rate / RUSHES_A_SECOND));
      Pause.of(Duration.ofMillis(1_000 / RUSHES_A_SECOND));
    }
    crew.awaitEnd();
  }

  private void work(Till till, Random random, BooleanSupplier open) {
    while (open.getAsBoolean()) {
      int sales = howMany(random);
      if (!taken(sales)) {
        continue;
      }
      List<Basket> baskets = new ArrayList<>();
      for (int i = 0; i < sales; i++) {
        baskets.add(till.fill());
      }
      if (sales == 1) {
        till.sell(baskets.getFirst());
      } else {
        till.sellTogether(baskets);
      }
    }
  }

  private boolean taken(int sales) {
    try {
      return tickets.tryAcquire(sales, 4, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Mostly one; now and then a till comes back to the net with what it sold meanwhile. */
  private int howMany(Random random) {
    int dice = random.nextInt(100);
    if (dice < 92) {
      return 1;
    }
    int most = Math.min(MOST_AT_ONCE, rate * 2);
    return dice < 98 ? 2 + random.nextInt(12) : most / 2 + random.nextInt(most / 2);
  }
}
