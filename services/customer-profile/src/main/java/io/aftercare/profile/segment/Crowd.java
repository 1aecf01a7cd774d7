package io.aftercare.profile.segment;

import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's facts in memory, by columns, so that a rule is counted over a million customers in
 * some milliseconds. Each question first reads what was written since the last one; the first one
 * reads all.
 */
@ApplicationScoped
class Crowd {

  private static final int BLOCK = 16_384;
  private static final int PAGE = 20_000;

  /** From here on, what is written will be seen by a later look. */
  private static final String HORIZON =
      "select pg_snapshot_xmin(pg_current_snapshot())::text as horizon";

  private static final String ALL =
      "select * from customer_facts where slot > $1 order by slot limit " + PAGE;

  private static final String CHANGED =
      """
      select * from customer_facts where changed_in >= cast($2::text as xid8) and slot > $1 order by slot limit\s"""
          + PAGE;

  private final Scoped scoped;
  private final Words words = new Words();
  private final List<Block> blocks = new ArrayList<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile @Nullable String horizon;
  private @Nullable Uni<Void> looking;

  Crowd(Scoped scoped) {
    this.scoped = scoped;
  }

  /** How many fit. */
  Uni<Integer> count(Function<Words, Sieve> rule) {
    return walk(
        () -> {
          Sieve sieve = rule.apply(words);
          int[] places = new int[BLOCK];
          int count = 0;
          for (Block block : blocks) {
            count += sieve.search(block, places);
          }
          return count;
        });
  }

  /** The slots of those who fit. */
  Uni<Integer[]> find(Function<Words, Sieve> rule) {
    return walk(
        () -> {
          Sieve sieve = rule.apply(words);
          int[] places = new int[BLOCK];
          List<Integer> found = new ArrayList<>();
          for (int b = 0; b < blocks.size(); b++) {
            int count = sieve.search(blocks.get(b), places);
            for (int i = 0; i < count; i++) {
              found.add(b * BLOCK + places[i]);
            }
          }
          return found.toArray(Integer[]::new);
        });
  }

  /** On a thread of its own: an event loop is not for counting. */
  private <T> Uni<T> walk(Supplier<T> walk) {
    return look()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            looked -> {
              lock.readLock().lock();
              try {
                return walk.get();
              } finally {
                lock.readLock().unlock();
              }
            });
  }

  /** One look at a time; who asks meanwhile waits for it. */
  private synchronized Uni<Void> look() {
    if (looking == null) {
      looking =
          scoped
              .inTransaction(new Reach.House(), this::look)
              .onTermination()
              .invoke(this::looked)
              .memoize()
              .indefinitely();
    }
    return looking;
  }

  private Uni<Void> look(SqlConnection transaction) {
    return transaction
        .query(HORIZON)
        .execute()
        .map(rows -> rows.iterator().next().getString("horizon"))
        .chain(now -> read(transaction, -1, horizon).invoke(() -> horizon = now));
  }

  private synchronized void looked() {
    looking = null;
  }

  private Uni<Void> read(SqlConnection transaction, int after, @Nullable String since) {
    var page =
        since == null
            ? transaction.preparedQuery(ALL).execute(Tuple.of(after))
            : transaction.preparedQuery(CHANGED).execute(Tuple.of(after, since));
    return page.map(this::keep)
        .chain(last -> last < 0 ? Uni.createFrom().voidItem() : read(transaction, last, since));
  }

  /** The place to go on after; negative when that was all. */
  private int keep(RowSet<Row> page) {
    int last = -1;
    lock.writeLock().lock();
    try {
      for (Row row : page) {
        last = row.getInteger("slot");
        while (blocks.size() <= last / BLOCK) {
          blocks.add(new Block(BLOCK));
        }
        blocks.get(last / BLOCK).set(last % BLOCK, FactRows.facts(row), words);
      }
    } finally {
      lock.writeLock().unlock();
    }
    return page.size() == PAGE ? last : -1;
  }
}
