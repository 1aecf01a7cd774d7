package io.aftercare.profile.segment;

import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Reckons anew whom time alone may have moved, and whom a new rule moves. In batches, each its own
 * transaction; who is being reckoned already is passed over until the next time.
 */
@ApplicationScoped
class SweepSegments {

  private static final int BATCH = 500;

  private static final String DUE =
      """
      select customer_id from customer_facts where due_on <= $1 order by due_on limit $2 for update skip locked
      """;

  private final Scoped scoped;
  private final KeepSegments keepSegments;
  private final Clock clock;

  SweepSegments(Scoped scoped, KeepSegments keepSegments, Clock clock) {
    this.scoped = scoped;
    this.keepSegments = keepSegments;
    this.clock = clock;
  }

  /** Goes on until nobody is due. */
  @Scheduled(
      every = "${aftercare.segment.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return scoped
        .inTransaction(new Reach.House(), this::batch)
        .chain(swept -> swept < BATCH ? Uni.createFrom().voidItem() : sweep());
  }

  private Uni<Integer> batch(SqlConnection transaction) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return transaction
        .preparedQuery(DUE)
        .execute(Tuple.of(today, BATCH))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList())
        .chain((List<UUID> due) -> keepSegments.keep(transaction, due).replaceWith(due.size()));
  }
}
