package io.aftercare.profile.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes who read whose data into the house's access log, in the reading session: no record, no
 * read.
 */
@ApplicationScoped
public class AuditTrail {

  /**
   * It returns something because Hibernate Reactive 3.2 warns at every session in which a native
   * update ran.
   */
  private static final String RECORD =
      """
      insert into access_log (at, who, store_id, what, reason, customers)
      select cast(:at as timestamptz), cast(:who as text), cast(:store as text), cast(:what as text), coalesce((
          select 'break-glass ' || g.id from broken_glass g
          where g.customer_id = any(read.customers) and g.person = :who and g.until > :at order by g.id desc limit 1),
          cast(:reason as text)),
        read.customers
      from (select cast(string_to_array(:customers, ',') as uuid[]) as customers) read
      returning id
      """;

  private static final String RECORD_IN_TRANSACTION =
      """
      insert into access_log (at, who, store_id, what, reason, customers)
      select $1::timestamptz, $2::text, $3::text, $4::text, coalesce((
          select 'break-glass ' || g.id from broken_glass g
          where g.customer_id = any($6::uuid[]) and g.person = $2 and g.until > $1 order by g.id desc limit 1), $5::text), $6
      """;

  private final Clock clock;

  AuditTrail(Clock clock) {
    this.clock = clock;
  }

  /**
   * One row for one reading. It must be called in the transaction that reads, before its result is
   * handed out. Who broke the glass for it reads for the reason they gave then, whichever way they
   * come.
   *
   * @param customers whose data is read; nothing is written when it is nobody's
   */
  public Uni<Void> record(Mutiny.Session session, Reading reading, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String ids = customers.stream().distinct().map(UUID::toString).collect(Collectors.joining(","));
    return session
        .createNativeQuery(RECORD, Long.class)
        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("who", reading.who())
        .setParameter("store", reading.storeId())
        .setParameter("what", reading.what())
        .setParameter("reason", reading.reason())
        .setParameter("customers", ids)
        .getSingleResult()
        .replaceWithVoid();
  }

  /** The same in a transaction of the SQL client. */
  public Uni<Void> record(SqlConnection transaction, Reading reading, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple row =
        Tuple.of(
            clock.instant().atOffset(ZoneOffset.UTC),
            reading.who(),
            reading.storeId(),
            reading.what(),
            reading.reason(),
            customers.stream().distinct().toArray(UUID[]::new));
    return transaction.preparedQuery(RECORD_IN_TRANSACTION).execute(row).replaceWithVoid();
  }
}
