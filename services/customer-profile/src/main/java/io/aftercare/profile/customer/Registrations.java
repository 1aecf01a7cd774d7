package io.aftercare.profile.customer;

import static java.util.stream.Collectors.toMap;

import io.aftercare.profile.phone.Phone;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the files of many new customers at once: a statement per table, whatever their number. */
@ApplicationScoped
class Registrations {

  private static final String CUSTOMERS =
      """
      insert into customer (id, version, status, store_id, country, languages, zone, window_from, window_to,
        birth_month, do_not_call, data_key, person, registration, registered_at, registered_by,
        preferred_channel, loyalty_tier, email_mark)
      select id, 1, 'ACTIVE', store_id, country, string_to_array(languages, ','), zone, window_from, window_to,
        birth_month, false, data_key, person, registration, registered_at, registered_by,
        preferred_channel, loyalty_tier, email_mark
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::time[], $7::time[],
        $8::date[], $9::bytea[], $10::bytea[], $11::bytea[], $12::timestamptz[], $13::text[],
        $14::text[], $15::text[], $16::bytea[])
        as new (id, store_id, country, languages, zone, window_from, window_to,
        birth_month, data_key, person, registration, registered_at, registered_by,
        preferred_channel, loyalty_tier, email_mark)
      on conflict (id) do nothing
      returning id
      """;

  private static final String PHONES =
      """
      insert into phone (id, customer_id, rank, type, number, number_mark, wrong, valid_from, valid_to)
      select id, customer_id, rank, type, number, number_mark, false, valid_from, valid_to
      from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bytea[], $6::bytea[], $7::date[], $8::date[])
        as new (id, customer_id, rank, type, number, number_mark, valid_from, valid_to)
      """;

  private static final String CAREGIVERS =
      """
      insert into caregiver (id, customer_id, rank, disclosure, details, phone_mark, phone_wrong,
        valid_from, valid_to, turns_on)
      select id, customer_id, rank, disclosure, details, phone_mark, false, valid_from, valid_to, turns_on
      from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bytea[], $6::bytea[],
        $7::date[], $8::date[], $9::date[])
        as new (id, customer_id, rank, disclosure, details, phone_mark, valid_from, valid_to, turns_on)
      """;

  private static final String CONSENTS =
      """
      insert into consent (id, customer_id, number, purpose, channel, state, wording, at, recorded_at, recorded_by,
        source, proof)
      select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::timestamptz[], $9::timestamptz[], $10::text[], $11::text[], $12::bytea[])
      """;

  private static final String KNOWN =
      "select id, store_id, status, data_key, registration from customer where id = any($1)";

  /**
   * A customer who was registered before, as far as a repeat is compared with it.
   *
   * @param dataKey absent once erased
   * @param registration absent once erased
   */
  record Known(
      UUID id,
      @Nullable String storeId,
      byte @Nullable [] dataKey,
      byte @Nullable [] registration) {}

  /**
   * Inserts all whose id is free, with all that belongs to them.
   *
   * @return the ids that were free
   */
  Uni<Set<UUID>> insert(SqlConnection transaction, List<CustomerFile> files) {
    return transaction
        .preparedQuery(CUSTOMERS)
        .execute(customers(files.stream().map(CustomerFile::customer).toList()))
        .map(
            rows -> {
              Set<UUID> free = new HashSet<>();
              rows.forEach(row -> free.add(row.getUUID(0)));
              return free;
            })
        .call(
            free ->
                parts(
                    transaction,
                    files.stream().filter(file -> free.contains(file.customer().id())).toList()));
  }

  /** Those of these ids that are taken. */
  Uni<Map<UUID, Known>> find(SqlConnection transaction, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction
        .preparedQuery(KNOWN)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(Registrations::known).collect(toMap(Known::id, k -> k)));
  }

  private static Known known(Row row) {
    return new Known(
        row.getUUID("id"),
        row.getString("store_id"),
        bytes(row, "data_key"),
        bytes(row, "registration"));
  }

  private static byte @Nullable [] bytes(Row row, String column) {
    var buffer = row.getBuffer(column);
    return buffer == null ? null : buffer.getBytes();
  }

  private static Uni<Void> parts(SqlConnection transaction, List<CustomerFile> files) {
    var phones = files.stream().flatMap(file -> file.phones().stream()).toList();
    var carers = files.stream().flatMap(file -> file.caregivers().stream()).toList();
    var consents = files.stream().flatMap(file -> file.consents().stream()).toList();
    return insert(transaction, PHONES, phones, Registrations::phones)
        .chain(() -> insert(transaction, CAREGIVERS, carers, Registrations::caregivers))
        .chain(() -> insert(transaction, CONSENTS, consents, Registrations::consents));
  }

  private static <T> Uni<Void> insert(
      SqlConnection transaction, String statement, List<T> rows, Function<List<T>, Tuple> columns) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(statement).execute(columns.apply(rows)).replaceWithVoid();
  }

  private static Tuple customers(List<Customer> rows) {
    return Tuple.tuple()
        .addValue(column(rows, UUID.class, Customer::id))
        .addValue(column(rows, String.class, Customer::storeId))
        .addValue(column(rows, String.class, Customer::country))
        .addValue(column(rows, String.class, row -> String.join(",", row.languages())))
        .addValue(column(rows, String.class, Customer::zone))
        .addValue(column(rows, LocalTime.class, row -> from(row.window())))
        .addValue(column(rows, LocalTime.class, row -> to(row.window())))
        .addValue(column(rows, LocalDate.class, Customer::birthMonth))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.dataKey())))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.sealedPerson())))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.sealedRegistration())))
        .addValue(column(rows, OffsetDateTime.class, row -> utc(row.registeredAt())))
        .addValue(column(rows, String.class, Customer::registeredBy))
        .addValue(column(rows, String.class, row -> word(row.preferredChannel())))
        .addValue(column(rows, String.class, Customer::loyaltyTier))
        .addValue(column(rows, Buffer.class, row -> buffer(row.emailMark())));
  }

  private static Tuple phones(List<Phone> rows) {
    return Tuple.tuple()
        .addValue(column(rows, UUID.class, Phone::id))
        .addValue(column(rows, UUID.class, Phone::customerId))
        .addValue(column(rows, Integer.class, Phone::rank))
        .addValue(column(rows, String.class, row -> row.type().name()))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.sealedNumber())))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.mark())))
        .addValue(column(rows, LocalDate.class, row -> row.validity().from()))
        .addValue(column(rows, LocalDate.class, row -> row.validity().to()));
  }

  private static Tuple caregivers(List<Caregiver> rows) {
    return Tuple.tuple()
        .addValue(column(rows, UUID.class, Caregiver::id))
        .addValue(column(rows, UUID.class, Caregiver::customerId))
        .addValue(column(rows, Integer.class, Caregiver::rank))
        .addValue(column(rows, String.class, row -> row.disclosure().name()))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.sealedDetails())))
        .addValue(column(rows, Buffer.class, row -> Buffer.buffer(row.phoneMark())))
        .addValue(column(rows, LocalDate.class, row -> row.validity().from()))
        .addValue(column(rows, LocalDate.class, row -> row.validity().to()))
        .addValue(column(rows, LocalDate.class, Caregiver::turnsOn));
  }

  private static Tuple consents(List<Consent> rows) {
    return Tuple.tuple()
        .addValue(column(rows, UUID.class, Consent::id))
        .addValue(column(rows, UUID.class, Consent::customerId))
        .addValue(column(rows, Integer.class, Consent::number))
        .addValue(column(rows, String.class, row -> row.answer().purpose().name()))
        .addValue(column(rows, String.class, row -> row.answer().channel().name()))
        .addValue(column(rows, String.class, row -> row.answer().state().name()))
        .addValue(column(rows, String.class, row -> row.answer().wording()))
        .addValue(column(rows, OffsetDateTime.class, row -> utc(row.answer().at())))
        .addValue(column(rows, OffsetDateTime.class, row -> utc(row.recordedAt())))
        .addValue(column(rows, String.class, Consent::recordedBy))
        .addValue(column(rows, String.class, row -> word(row.answer().source())))
        .addValue(column(rows, Buffer.class, row -> buffer(row.sealedProof())));
  }

  @SuppressWarnings("unchecked")
  private static <T, C> C[] column(
      List<T> rows, Class<C> type, Function<T, ? extends @Nullable C> value) {
    C[] column = (C[]) Array.newInstance(type, rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : Buffer.buffer(bytes);
  }

  private static @Nullable LocalTime from(@Nullable Window window) {
    return window == null ? null : window.from();
  }

  private static @Nullable LocalTime to(@Nullable Window window) {
    return window == null ? null : window.to();
  }

  private static OffsetDateTime utc(java.time.Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
