package io.aftercare.kit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Records who read whose data, in the reading transaction itself: when the record fails, so does
 * the read.
 */
@ApplicationScoped
public class AccessLog {

  private static final String INSERT =
      """
      insert into access_log (at, who, store_id, what, reason, customers) values ($1, $2, $3, $4, $5, $6)
      """;

  /** It returns something because Hibernate warns in every session in which an update ran. */
  private static final String INSERT_IN_SESSION =
      """
      insert into access_log (at, who, store_id, what, reason, customers)
      values (:at, :who, cast(:store as text), :what, :reason, :customers)
      returning id
      """;

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
            now(),
            caller.subject(),
            caller.store().orElse(null),
            what,
            caller.reason(),
            people(customers));
    return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
  }

  /**
   * The same for a reader whom no token names.
   *
   * @param who what let the reader in, such as {@code receipt-link}
   */
  public Uni<Void> read(
      SqlConnection transaction, String who, String what, Collection<UUID> customers) {
    return read(transaction, who, who, what, customers);
  }

  /**
   * The same for a use case that knows the reader by their subject and what it reads for.
   *
   * @param reason one of {@link Reasons}
   */
  public Uni<Void> read(
      SqlConnection transaction,
      String who,
      String reason,
      String what,
      Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(INSERT)
        .execute(Tuple.of(now(), who, null, what, reason, people(customers)))
        .replaceWithVoid();
  }

  /** The same in a transaction of Hibernate. */
  public Uni<Void> read(
      Mutiny.Session session, Caller caller, String what, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(INSERT_IN_SESSION, Long.class)
        .setParameter("at", now())
        .setParameter("who", caller.subject())
        .setParameter("store", caller.store().orElse(null))
        .setParameter("what", what)
        .setParameter("reason", caller.reason())
        .setParameter("customers", people(customers))
        .getSingleResult()
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UUID[] people(Collection<UUID> customers) {
    return customers.stream().distinct().toArray(UUID[]::new);
  }
}
