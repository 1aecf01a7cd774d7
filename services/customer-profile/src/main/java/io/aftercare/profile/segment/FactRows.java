package io.aftercare.profile.segment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.aftercare.kit.batch.Columns;
import io.aftercare.profile.medication.Dispensing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What rules ask about, reckoned from what was told, and kept a row a customer. */
@ApplicationScoped
class FactRows {

  /** Those who were touched, all they were merged into, and whoever stood for them before. */
  private static final String CONCERNED =
      """
      with recursive up (id, into_id) as (
        select id, merged_into from customer where id = any($1)
        union
        select c.id, c.merged_into from customer c join up on c.id = up.into_id
      )
      select id from up
      union
      select merged_into from customer_facts where customer_id = any($1) and merged_into is not null
      """;

  /** In the order of ids, so that two batches never wait for each other. */
  private static final String SOMEBODY =
      """
      select c.id, c.status, c.merged_into, c.birth_month, c.store_id, c.languages, c.segments,
        (select string_agg(purpose || '/' || channel || '=' || state, ',')
         from (select distinct on (purpose, channel) purpose, channel, state from consent
               where customer_id = c.id order by purpose, channel, at desc, number desc) standing) as consents
      from customer c where c.id = any($1) and c.status <> 'ERASED' order by c.id for no key update of c
      """;

  private static final String PERSON =
      """
      with recursive person (root, id) as (
        select id, id from unnest($1::uuid[]) as concerned (id)
        union
        select person.root, c.id from customer c join person on c.merged_into = person.id
      )
      """;

  private static final String VISITS =
      PERSON
          + """
          select root, sold_on, store_id, total, currency
          from person join purchase p on p.customer_id = person.id where not p.voided order by p.sold_at
          """;

  private static final String TAKEN =
      PERSON
          + """
          select root, sold_on, system, code, atc, long_term, quantity, returned, days_supply
          from person join dispensing d on d.customer_id = person.id
          """;

  private static final String KEEP =
      """
      insert into customer_facts as f (customer_id, active, merged_into, birth_month, store_id, languages, consents,
        visits, visits_in_year, last_visit, return_days, spend_in_year, currency, pdc, long_term_on, medicines, due_on,
        changed_in)
      select *, pg_current_xact_id() from unnest($1::uuid[], $2::boolean[], $3::uuid[], $4::date[], $5::text[],
        $6::text[], $7::text[], $8::int[], $9::int[], $10::date[], $11::int[], $12::numeric[], $13::text[], $14::int[],
        $15::date[], $16::text[], $17::date[])
      on conflict (customer_id) do update set
        active = excluded.active, merged_into = excluded.merged_into, birth_month = excluded.birth_month,
        store_id = excluded.store_id, languages = excluded.languages, consents = excluded.consents,
        visits = excluded.visits, visits_in_year = excluded.visits_in_year, last_visit = excluded.last_visit,
        return_days = excluded.return_days, spend_in_year = excluded.spend_in_year, currency = excluded.currency,
        pdc = excluded.pdc, long_term_on = excluded.long_term_on, medicines = excluded.medicines,
        due_on = excluded.due_on,
        -- Who is only reckoned anew for another day need not be read anew.
        changed_in = case when (f.active, f.birth_month, f.store_id, f.languages, f.consents, f.visits,
            f.visits_in_year, f.last_visit, f.return_days, f.spend_in_year, f.currency, f.pdc, f.long_term_on,
            f.medicines)
          is not distinct from (excluded.active, excluded.birth_month, excluded.store_id, excluded.languages,
            excluded.consents, excluded.visits, excluded.visits_in_year, excluded.last_visit, excluded.return_days,
            excluded.spend_in_year, excluded.currency, excluded.pdc, excluded.long_term_on, excluded.medicines)
          then f.changed_in else excluded.changed_in end
      """;

  Uni<UUID[]> concerned(SqlConnection transaction, UUID[] touched) {
    return transaction
        .preparedQuery(CONCERNED)
        .execute(Tuple.of(touched))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).sorted().toArray(UUID[]::new));
  }

  /** All that is known of them; they stay locked until the transaction ends. */
  Uni<List<Reckoning>> read(SqlConnection transaction, UUID[] customers) {
    return transaction
        .preparedQuery(SOMEBODY)
        .execute(Tuple.of(customers))
        .chain(
            people ->
                byRoot(transaction, VISITS, customers, FactRows::visit)
                    .chain(
                        visits ->
                            byRoot(transaction, TAKEN, customers, FactRows::taken)
                                .map(
                                    taken ->
                                        StreamSupport.stream(people.spliterator(), false)
                                            .map(FactRows::somebody)
                                            .map(one -> together(one, visits, taken))
                                            .toList())));
  }

  private static Reckoning together(
      Reckoning.Somebody one,
      Map<UUID, List<Reckoning.Visit>> visits,
      Map<UUID, List<Reckoning.Taken>> taken) {
    return new Reckoning(
        one, visits.getOrDefault(one.id(), List.of()), taken.getOrDefault(one.id(), List.of()));
  }

  private static <T> Uni<Map<UUID, List<T>>> byRoot(
      SqlConnection transaction, String query, UUID[] customers, Function<Row, T> read) {
    return transaction
        .preparedQuery(query)
        .execute(Tuple.of(customers))
        .map(
            rows ->
                rows.stream()
                    .collect(groupingBy(row -> row.getUUID("root"), mapping(read, toList()))));
  }

  private static Reckoning.Somebody somebody(Row row) {
    String[] segments = row.getArrayOfStrings("segments");
    @Nullable String consents = row.getString("consents");
    return new Reckoning.Somebody(
        row.getUUID("id"),
        row.getString("status").equals("ACTIVE"),
        row.getUUID("merged_into"),
        row.getLocalDate("birth_month"),
        row.getString("store_id"),
        String.join(",", row.getArrayOfStrings("languages")),
        consents == null ? "" : consents,
        segments == null ? null : List.of(segments));
  }

  private static Reckoning.Visit visit(Row row) {
    return new Reckoning.Visit(
        row.getLocalDate("sold_on"),
        row.getString("store_id"),
        row.getBigDecimal("total"),
        row.getString("currency"));
  }

  private static Reckoning.Taken taken(Row row) {
    @Nullable String atc = row.getString("atc");
    @Nullable Integer days = row.getInteger("days_supply");
    return new Reckoning.Taken(
        row.getLocalDate("sold_on"),
        Dispensing.medicine(atc, row.getString("system"), row.getString("code")),
        atc,
        row.getBoolean("long_term"),
        days == null
            ? null
            : Dispensing.daysKept(days, row.getInteger("quantity"), row.getInteger("returned")));
  }

  Uni<Void> keep(SqlConnection transaction, List<Facts> facts) {
    return transaction
        .preparedQuery(KEEP)
        .execute(
            Columns.of(facts)
                .with(UUID.class, Facts::customerId)
                .with(Boolean.class, Facts::active)
                .with(UUID.class, Facts::mergedInto)
                .with(LocalDate.class, Facts::birthMonth)
                .with(String.class, Facts::storeId)
                .with(String.class, Facts::languages)
                .with(String.class, Facts::consents)
                .with(Integer.class, Facts::visits)
                .with(Integer.class, Facts::visitsInYear)
                .with(LocalDate.class, Facts::lastVisit)
                .with(Integer.class, Facts::returnDays)
                .with(BigDecimal.class, Facts::spendInYear)
                .with(String.class, Facts::currency)
                .with(Integer.class, Facts::pdc)
                .with(LocalDate.class, Facts::longTermOn)
                .with(String.class, each -> text(each.medicines()))
                .with(LocalDate.class, Facts::dueOn)
                .tuple())
        .replaceWithVoid();
  }

  private static String text(SortedMap<String, LocalDate> medicines) {
    return medicines.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(joining(" "));
  }

  private static SortedMap<String, LocalDate> medicines(String text) {
    SortedMap<String, LocalDate> medicines = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String each : text.split(" ")) {
        int sign = each.indexOf('=');
        medicines.put(each.substring(0, sign), LocalDate.parse(each.substring(sign + 1)));
      }
    }
    return medicines;
  }

  static Facts facts(Row row) {
    return new Facts(
        row.getUUID("customer_id"),
        row.getBoolean("active"),
        row.getUUID("merged_into"),
        row.getLocalDate("birth_month"),
        row.getString("store_id"),
        row.getString("languages"),
        row.getString("consents"),
        row.getInteger("visits"),
        row.getInteger("visits_in_year"),
        row.getLocalDate("last_visit"),
        row.getInteger("return_days"),
        row.getBigDecimal("spend_in_year"),
        row.getString("currency"),
        row.getInteger("pdc"),
        row.getLocalDate("long_term_on"),
        medicines(row.getString("medicines")),
        row.getLocalDate("due_on"));
  }
}
