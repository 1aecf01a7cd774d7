package io.aftercare.profile.care;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.customer.Consent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Array;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The offers, and the telling of them: none changes without the house being told. */
@ApplicationScoped
public class CareOffers {

  private static final String COLUMNS =
      """
      id, version, state, kind, customer_id, occasion, campaign_id, gathering_id, store_id, message_key,
      on_date, channel, starts_at, expires_on
      """;

  private static final String INSERT =
      "insert into care_offer ("
          + COLUMNS
          + """
          , changed_at)
          select *, $15::timestamptz from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::uuid[], $6::text[],
            $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::date[], $12::text[], $13::timestamptz[], $14::date[])
          on conflict (customer_id, kind, occasion) do nothing
          returning id
          """;

  private static final String FIND =
      "select id from care_offer where customer_id = $1 and kind = $2 and occasion = $3";

  private static final String LOCK =
      "select " + COLUMNS + " from care_offer where id = $1 for update";

  private static final String OF_CUSTOMER =
      "select " + COLUMNS + " from care_offer where customer_id = $1 order by id desc limit 200";

  private static final String OPEN_OF =
      "select "
          + COLUMNS
          + """
           from care_offer where (campaign_id = $1 or gathering_id = $1) and state in ('OFFERED', 'ACCEPTED')
          order by id limit 1000 for update
          """;

  private static final String STORE =
      """
      update care_offer o set version = new.version, state = new.state, changed_at = $4
      from unnest($1::uuid[], $2::bigint[], $3::text[]) as new (id, version, state) where o.id = new.id
      """;

  private final Outbox outbox;
  private final Clock clock;

  CareOffers(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Makes offers and tells of them. What a customer was offered before, in whatever state it is by
   * now, is not offered again.
   *
   * @return those that are new
   */
  public Uni<List<CareOffer>> make(SqlConnection transaction, List<CareOffer> offers) {
    if (offers.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Instant now = clock.instant();
    return transaction
        .preparedQuery(INSERT)
        .execute(columns(offers, now))
        .map(
            rows -> {
              Set<UUID> made = new HashSet<>();
              rows.forEach(row -> made.add(row.getUUID(0)));
              return offers.stream().filter(offer -> made.contains(offer.id())).toList();
            })
        .call(
            made ->
                outbox.append(
                    transaction,
                    made.stream().map(offer -> CareOfferEvents.made(offer, now)).toList()));
  }

  /** The customer's offer of this kind and occasion, whatever became of it; there must be one. */
  public Uni<UUID> find(
      SqlConnection transaction, UUID customer, CareOffer.Kind kind, String occasion) {
    return transaction
        .preparedQuery(FIND)
        .execute(Tuple.of(customer, kind.name(), occasion))
        .map(rows -> rows.iterator().next().getUUID(0));
  }

  /** The offer, locked; empty when there is none within the transaction's reach. */
  Uni<Optional<CareOffer>> lock(SqlConnection transaction, UUID id) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(id))
        .map(rows -> offers(rows).stream().findFirst());
  }

  /** The customer's offers, newest first, at most 200. */
  Uni<List<CareOffer>> ofCustomer(SqlConnection transaction, UUID customer) {
    return transaction
        .preparedQuery(OF_CUSTOMER)
        .execute(Tuple.of(customer))
        .map(CareOffers::offers);
  }

  /**
   * Withdraws what is open of a campaign or gathering, a thousand at most.
   *
   * @return how many there were
   */
  public Uni<Integer> withdraw(SqlConnection transaction, UUID campaignOrGathering) {
    return transaction
        .preparedQuery(OPEN_OF)
        .execute(Tuple.of(campaignOrGathering))
        .map(CareOffers::offers)
        .chain(
            open ->
                store(
                    transaction,
                    open.stream().map(each -> each.moved(CareOffer.State.WITHDRAWN)).toList()))
        .map(List::size);
  }

  /** Writes and tells what became of offers that were locked in this transaction. */
  Uni<List<CareOffer>> store(SqlConnection transaction, List<CareOffer> changed) {
    if (changed.isEmpty()) {
      return Uni.createFrom().item(changed);
    }
    Instant now = clock.instant();
    return transaction
        .preparedQuery(STORE)
        .execute(
            Tuple.of(
                column(changed, UUID.class, CareOffer::id),
                column(changed, Long.class, CareOffer::version),
                column(changed, String.class, offer -> offer.state().name()),
                utc(now)))
        .chain(
            () ->
                outbox.append(
                    transaction,
                    changed.stream().map(offer -> CareOfferEvents.changed(offer, now)).toList()))
        .replaceWith(changed);
  }

  private static Tuple columns(List<CareOffer> offers, Instant now) {
    return Tuple.tuple()
        .addValue(column(offers, UUID.class, CareOffer::id))
        .addValue(column(offers, Long.class, CareOffer::version))
        .addValue(column(offers, String.class, offer -> offer.state().name()))
        .addValue(column(offers, String.class, offer -> offer.kind().name()))
        .addValue(column(offers, UUID.class, CareOffer::customerId))
        .addValue(column(offers, String.class, CareOffer::occasion))
        .addValue(column(offers, UUID.class, offer -> offer.about().campaignId()))
        .addValue(column(offers, UUID.class, offer -> offer.about().gatheringId()))
        .addValue(column(offers, String.class, CareOffer::storeId))
        .addValue(column(offers, String.class, CareOffer::messageKey))
        .addValue(column(offers, LocalDate.class, CareOffer::onDate))
        .addValue(
            column(
                offers,
                String.class,
                offer -> offer.channel() == null ? null : offer.channel().name()))
        .addValue(
            column(
                offers,
                OffsetDateTime.class,
                offer -> offer.startsAt() == null ? null : utc(offer.startsAt())))
        .addValue(column(offers, LocalDate.class, CareOffer::expiresOn))
        .addValue(utc(now));
  }

  private static List<CareOffer> offers(RowSet<Row> rows) {
    List<CareOffer> offers = new ArrayList<>(rows.size());
    rows.forEach(row -> offers.add(offer(row)));
    return offers;
  }

  private static CareOffer offer(Row row) {
    String channel = row.getString("channel");
    OffsetDateTime startsAt = row.getOffsetDateTime("starts_at");
    return new CareOffer(
        row.getUUID("id"),
        row.getLong("version"),
        CareOffer.State.valueOf(row.getString("state")),
        CareOffer.Kind.valueOf(row.getString("kind")),
        row.getUUID("customer_id"),
        row.getString("occasion"),
        new CareOffer.About(row.getUUID("campaign_id"), row.getUUID("gathering_id")),
        row.getString("store_id"),
        row.getString("message_key"),
        row.getLocalDate("on_date"),
        channel == null ? null : Consent.Channel.valueOf(channel),
        startsAt == null ? null : startsAt.toInstant(),
        row.getLocalDate("expires_on"));
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

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
