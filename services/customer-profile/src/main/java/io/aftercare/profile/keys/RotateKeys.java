package io.aftercare.profile.keys;

import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the data keys of customers anew, with the newest master key; once none is left that an
 * older one wrapped, the older one can go. What is sealed stays as it is. It goes in batches while
 * the service works, and whenever it is broken off the rest is found by being wrapped the old way.
 */
@ApplicationScoped
class RotateKeys {

  private static final Logger LOG = Logger.getLogger(RotateKeys.class);

  static final int BATCH = 500;

  /** A request answers after a few seconds; whoever asked goes on from there. */
  private static final int BATCHES = 40;

  private static final String OLD =
      """
      select id, data_key from customer
      where id > $1 and data_key is not null and substring(data_key from 1 for 5) <> $2
      order by id limit $3 for update
      """;

  private static final String REWRAP =
      """
      update customer set data_key = new.data_key
      from unnest($1::uuid[], $2::bytea[]) as new (id, data_key) where customer.id = new.id
      """;

  /**
   * How far it is.
   *
   * @param rewrapped keys that were wrapped anew
   * @param next where to go on; absent when all are done
   */
  record Rotated(int rewrapped, @Nullable UUID next) {}

  private final Scoped scoped;
  private final Vault vault;

  RotateKeys(Scoped scoped, Vault vault) {
    this.scoped = scoped;
    this.vault = vault;
  }

  /**
   * Wraps some thousands anew.
   *
   * @param after the customer after whom it begins
   */
  Uni<Rotated> rotate(UUID after) {
    return further(new Rotated(0, after), BATCHES)
        .invoke(
            done ->
                LOG.infof("Keys rotated, keys=%d done=%s", done.rewrapped(), done.next() == null));
  }

  private Uni<Rotated> further(Rotated sofar, int batches) {
    UUID next = sofar.next();
    if (next == null || batches == 0) {
      return Uni.createFrom().item(sofar);
    }
    return scoped
        .inTransaction(new Reach.House(), transaction -> batch(transaction, next))
        .map(batch -> new Rotated(sofar.rewrapped() + batch.rewrapped(), batch.next()))
        .chain(done -> further(done, batches - 1));
  }

  private Uni<Rotated> batch(SqlConnection transaction, UUID after) {
    return transaction
        .preparedQuery(OLD)
        .execute(Tuple.of(after, Buffer.buffer(vault.newestMark()), BATCH))
        .chain(rows -> rewrap(transaction, rows));
  }

  private Uni<Rotated> rewrap(SqlConnection transaction, RowSet<Row> rows) {
    List<UUID> ids = new ArrayList<>();
    List<Buffer> keys = new ArrayList<>();
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      ids.add(id);
      keys.add(Buffer.buffer(vault.rewrap(id, row.getBuffer("data_key").getBytes())));
    }
    if (ids.isEmpty()) {
      return Uni.createFrom().item(new Rotated(0, null));
    }
    UUID next = ids.size() < BATCH ? null : ids.getLast();
    return transaction
        .preparedQuery(REWRAP)
        .execute(Tuple.of(ids.toArray(UUID[]::new), keys.toArray(Buffer[]::new)))
        .replaceWith(new Rotated(ids.size(), next));
  }
}
