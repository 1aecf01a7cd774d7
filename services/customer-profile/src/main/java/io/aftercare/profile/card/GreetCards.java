package io.aftercare.profile.card;

import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a card in one statement, because somebody is waiting; opened for a {@link Reading}
 * only.
 */
@ApplicationScoped
class GreetCards {

  /** $1 customer, $2 moment, $3 store and $4 person whose reach it is, absent for the chain's. */
  private static final String CARD =
      """
      select c.status, c.data_key, c.person, c.take_care, c.languages, c.zone, c.do_not_call,
        exists (select from phone p where p.customer_id = c.id and not p.wrong
          and ($2::timestamptz at time zone c.zone)::date
            between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity')) as reachable,
        exists (select from consent a where a.customer_id = c.id
          and a.purpose = 'CARE_CALLS' and a.channel = 'CALL') as asked
      from customer c
      where c.id = $1 and c.status <> 'ERASED'
        and ($3::text is null or c.store_id = $3
          or exists (select from acquaintance a where a.customer_id = c.id and a.store_id = $3 and a.until > $2)
          or exists (select from broken_glass g where g.customer_id = c.id and g.person = $4 and g.until > $2))
      """;

  private final Scoped scoped;
  private final AuditTrail audit;
  private final Vault vault;
  private final Clock clock;

  GreetCards(Scoped scoped, AuditTrail audit, Vault vault, Clock clock) {
    this.scoped = scoped;
    this.audit = audit;
    this.vault = vault;
    this.clock = clock;
  }

  /** The customer's card; empty when there is none within reach, or it was erased. */
  Uni<Optional<GreetCard>> read(UUID id, Reach reach, Reading reading) {
    return scoped.inTransaction(
        reach,
        transaction ->
            transaction
                .preparedQuery(CARD)
                .execute(asked(id, reach))
                .call(found -> record(transaction, reading, id, found))
                .map(found -> card(id, found)));
  }

  private Tuple asked(UUID id, Reach reach) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return switch (reach) {
      case Reach.Chain(), Reach.House() -> Tuple.of(id, now, null, null);
      case Reach.Store(String store, String person) -> Tuple.of(id, now, store, person);
    };
  }

  private Uni<Void> record(SqlConnection transaction, Reading reading, UUID id, RowSet<Row> found) {
    return audit.record(transaction, reading, found.size() == 0 ? List.of() : List.of(id));
  }

  private Optional<GreetCard> card(UUID id, RowSet<Row> found) {
    for (Row row : found) {
      Safe safe = vault.open(id, bytes(row, "data_key"));
      return Optional.of(GreetCard.of(id, greeting(id, row, safe)));
    }
    return Optional.empty();
  }

  private Greeting greeting(UUID id, Row row, Safe safe) {
    return new Greeting(
        Customer.Status.valueOf(row.getString("status")),
        Customer.person(id, safe, bytes(row, "person")),
        List.of(row.getArrayOfStrings("languages")),
        row.getBoolean("do_not_call"),
        Customer.caution(id, safe, optionalBytes(row, "take_care")),
        LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("zone"))),
        row.getBoolean("reachable"),
        row.getBoolean("asked"));
  }

  private static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }

  private static byte @Nullable [] optionalBytes(Row row, String column) {
    var buffer = row.getBuffer(column);
    return buffer == null ? null : buffer.getBytes();
  }
}
