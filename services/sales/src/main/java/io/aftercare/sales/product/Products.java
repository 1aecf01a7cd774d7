package io.aftercare.sales.product;

import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.product.StoredProducts.Stored;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue, kept in memory: every sale line is looked up in it, by whichever of its codes. */
@ApplicationScoped
public class Products {

  /** How far back a look for changes goes; longer than any transaction that writes here. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private record Known(Product product, int version, ProductWords words) {}

  private final Pool pool;
  private final Clock clock;
  private final StoredProducts stored;
  private final Map<Code, Known> byOwnCode = new ConcurrentHashMap<>();
  private final Map<Code, Known> byAnyCode = new ConcurrentHashMap<>();

  Products(Pool pool, Clock clock, StoredProducts stored) {
    this.pool = pool;
    this.clock = clock;
    this.stored = stored;
  }

  void start(@Observes StartupEvent event) {
    stored.all(pool).invoke(this::remember).await().atMost(Duration.ofSeconds(60));
  }

  /** Another instance may have changed some. */
  @Scheduled(every = "10s", delayed = "10s")
  Uni<Void> refresh() {
    return stored
        .changedSince(pool, clock.instant().minus(OVERLAP).atOffset(ZoneOffset.UTC))
        .invoke(this::remember)
        .replaceWithVoid();
  }

  /** The product that has this code, as its own or as another one of it. */
  public Optional<Product> find(String system, String code) {
    return Optional.ofNullable(byAnyCode.get(new Code(system, code))).map(Known::product);
  }

  /** Those in whose name, strength, form or codes every word occurs; best first. */
  List<Product> search(String words, int limit) {
    var query = new ProductWords.Query(words);
    record Hit(Product product, int rank) {}
    return byOwnCode.values().stream()
        .map(known -> new Hit(known.product(), known.words().rank(query)))
        .filter(hit -> hit.rank() >= 0)
        .sorted(
            java.util.Comparator.comparingInt(Hit::rank)
                .thenComparing(hit -> hit.product().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(hit -> hit.product().own().toString()))
        .limit(limit)
        .map(Hit::product)
        .toList();
  }

  /** What was stored, after it was: an older version than the known one changes nothing. */
  synchronized void remember(List<Stored> changed) {
    for (Stored one : changed) {
      Product product = one.product();
      Known before = byOwnCode.get(product.own());
      if (before == null || before.version() < one.version()) {
        Known known = new Known(product, one.version(), new ProductWords(product));
        byOwnCode.put(product.own(), known);
        product.allCodes().forEach(code -> byAnyCode.put(code, known));
        if (before != null) {
          // A code that it gave up may be another product's by now; then it stays with that one.
          before.product().allCodes().stream()
              .filter(code -> !product.allCodes().contains(code))
              .forEach(code -> byAnyCode.remove(code, before));
        }
      }
    }
  }
}
