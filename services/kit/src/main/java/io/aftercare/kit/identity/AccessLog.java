package io.aftercare.kit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/**
 * Records who read whose data, in the reading transaction itself: when the record fails, so does
 * the read.
 */
@ApplicationScoped
public class AccessLog {

  private static final String INSERT =
      "insert into access_log (at, who, store_id, what, customers) values ($1, $2, $3, $4, $5)";

  private final Clock clock;

  AccessLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * One row for one read.
   *
   * @param what which data, in the words of the endpoint, such as {@code GET /sales}
   * @param customers whose data was read; nothing is written when it is nobody's
   */
  public Uni<Void> read(
      SqlConnection transaction, Caller caller, String what, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple row =
        Tuple.of(
            clock.instant().atOffset(ZoneOffset.UTC),
            caller.subject(),
            caller.store().orElse(null),
            what,
            customers.stream().distinct().toArray(UUID[]::new));
    return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
  }
}
