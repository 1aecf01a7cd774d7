package io.aftercare.profile.card;

import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.card.GreetCard.OpenComplaint;
import io.aftercare.profile.card.GreetCard.Refill;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.TakeCare;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a card in one statement, because somebody is waiting; opened for a {@link Reading}
 * only.
 */
@ApplicationScoped
class GreetCards {

  /**
   * $1 customer, $2 moment, $3 store and $4 person whose reach it is, absent for the chain's. What
   * other services told stays under the id they used; a merge is followed here. What is fetched
   * early begins when the supply before it ends: so a medicine ends on the latest of (day of a
   * purchase + days supplied from that day on).
   */
  private static final String CARD =
      """
      with recursive identity (id) as (
        select $1::uuid union select m.id from customer m join identity on m.merged_into = identity.id
      ), fill as (
        select case when length(d.atc) = 7 then d.atc else d.system || ' ' || d.code end as medicine,
          coalesce(d.name, d.code) as name, d.sold_on, d.days_supply::bigint * (d.quantity - d.returned) / d.quantity as days
        from dispensing d where d.customer_id in (select id from identity) and d.long_term
          and d.days_supply is not null and d.returned < d.quantity
      ), supply as (
        select medicine, name, sold_on,
          sold_on + (sum(days) over (partition by medicine order by sold_on desc))::int as ends from fill
      ), medicine as (
        select (array_agg(name order by sold_on desc))[1] as name, max(ends) as ends from supply group by medicine
      )
      select c.status, c.data_key, c.person, c.take_care, c.difficulty, c.languages, c.zone, c.do_not_call,
        (select max(p.sold_on) from purchase p
          where p.customer_id in (select id from identity) and not p.voided) as last_visit,
        (select a.subject from adviser a where a.customer_id = c.id) as adviser,
        supplies.names, supplies.ends, complaint.category, complaint.opened_at,
        exists (select from phone p where p.customer_id = c.id and not p.wrong
          and ($2::timestamptz at time zone c.zone)::date
            between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity')) as reachable,
        exists (select from consent a where a.customer_id = c.id
          and a.purpose = 'CARE_CALLS' and a.channel = 'CALL') as asked
      from customer c
      cross join lateral (
        select array_agg(name order by ends, name) as names, array_agg(ends order by ends, name) as ends
        from medicine) supplies
      left join lateral (
        select k.category, k.opened_at from known_complaint k
        where k.customer_id in (select id from identity) and k.status not in ('resolved', 'closed', 'rejected')
        order by k.opened_at desc limit 1) complaint on true
      where c.id = $1 and c.status <> 'ERASED'
        and ($3::text is null or c.store_id = $3
          or exists (select from acquaintance a where a.customer_id = c.id and a.store_id = $3 and a.until > $2)
          or exists (select from broken_glass g where g.customer_id = c.id and g.person = $4 and g.until > $2))
      """;

  private final Scoped scoped;
  private final AuditTrail audit;
  private final Vault vault;
  private final CardRules rules;
  private final Clock clock;

  GreetCards(Scoped scoped, AuditTrail audit, Vault vault, CardRules rules, Clock clock) {
    this.scoped = scoped;
    this.audit = audit;
    this.vault = vault;
    this.rules = rules;
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
      return Optional.of(GreetCard.of(id, greeting(id, row, safe), rules));
    }
    return Optional.empty();
  }

  private Greeting greeting(UUID id, Row row, Safe safe) {
    Instant now = clock.instant();
    return new Greeting(
        Customer.Status.valueOf(row.getString("status")),
        Customer.person(id, safe, bytes(row, "person")),
        List.of(row.getArrayOfStrings("languages")),
        row.getBoolean("do_not_call"),
        TakeCare.of(
            Customer.caution(id, safe, optionalBytes(row, "take_care")),
            Customer.difficulty(id, safe, optionalBytes(row, "difficulty")),
            now),
        LocalDate.ofInstant(now, ZoneId.of(row.getString("zone"))),
        row.getLocalDate("last_visit"),
        row.getString("adviser"),
        supplies(row),
        complaint(row),
        row.getBoolean("reachable"),
        row.getBoolean("asked"));
  }

  private static List<Refill> supplies(Row row) {
    String[] names = row.getArrayOfStrings("names");
    LocalDate[] ends = row.getArrayOfLocalDates("ends");
    return names == null || ends == null
        ? List.of()
        : IntStream.range(0, names.length)
            .mapToObj(place -> new Refill(names[place], ends[place]))
            .toList();
  }

  private static @Nullable OpenComplaint complaint(Row row) {
    String category = row.getString("category");
    return category == null
        ? null
        : new OpenComplaint(category, row.getOffsetDateTime("opened_at").toInstant());
  }

  private static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }

  private static byte @Nullable [] optionalBytes(Row row, String column) {
    var buffer = row.getBuffer(column);
    return buffer == null ? null : buffer.getBytes();
  }
}
