package io.aftercare.sales.recall;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Keeps a recall and a sale of its batch from missing each other: either the sale is committed when
 * the recall looks for sales, or the recall is when the sale looks for recalls. Sales do not wait
 * for each other.
 */
final class RecallLock {

  private static final long KEY = 0x0BA7_C43DL;

  private RecallLock() {}

  static Uni<Void> ofRecall(SqlConnection transaction) {
    return take(transaction, "select pg_advisory_xact_lock($1)");
  }

  static Uni<Void> ofSale(SqlConnection transaction) {
    return take(transaction, "select pg_advisory_xact_lock_shared($1)");
  }

  private static Uni<Void> take(SqlConnection transaction, String statement) {
    return transaction.preparedQuery(statement).execute(Tuple.of(KEY)).replaceWithVoid();
  }
}
