package io.aftercare.profile.campaign;

import io.aftercare.profile.customer.Consent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The campaigns, and how far each has come. */
@ApplicationScoped
class Campaigns {

  private static final String COLUMNS =
      "id, kind, message_key, store_id, age_from, age_below, segment, channel, starts_on, ends_on,"
          + " opened_at, stopped_at";

  private static final String INSERT =
      "insert into campaign ("
          + COLUMNS
          + ", opened_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, $12)";

  private static final String LIST =
      "select " + COLUMNS + " from campaign order by opened_at desc limit 200";

  /** Zones lie a day apart at most. */
  private static final String RUNNING =
      "select "
          + COLUMNS
          + """
           from campaign where stopped_at is null and starts_on <= $1::date + 1 and ends_on >= $1::date - 1
          order by opened_at, id
          """;

  private static final String STOP =
      "update campaign set stopped_at = coalesce(stopped_at, $2) where id = $1 returning "
          + COLUMNS;

  /** From one zone to the next, without looking at every customer. */
  private static final String ZONES =
      """
      with recursive zones as (
        (select c.zone from customer c where c.status = 'ACTIVE' order by c.zone limit 1)
        union all
        select (select c.zone from customer c where c.status = 'ACTIVE' and c.zone > zones.zone order by c.zone limit 1)
        from zones where zones.zone is not null
      )
      select zone from zones where zone is not null
      """;

  private static final String SWEPT =
      "select zone, swept_on from campaign_day where campaign_id = $1";

  private static final String REMEMBER =
      """
      insert into campaign_day (campaign_id, zone, swept_on) values ($1, $2, $3)
      on conflict (campaign_id, zone) do update set swept_on = greatest(campaign_day.swept_on, excluded.swept_on)
      """;

  Uni<Void> add(SqlConnection transaction, Campaign campaign, String by) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addValue(campaign.id())
                .addValue(campaign.kind().name())
                .addValue(campaign.messageKey())
                .addValue(campaign.storeId())
                .addValue(campaign.ageFrom())
                .addValue(campaign.ageBelow())
                .addValue(campaign.segment())
                .addValue(campaign.channel() == null ? null : campaign.channel().name())
                .addValue(campaign.startsOn())
                .addValue(campaign.endsOn())
                .addValue(campaign.openedAt().atOffset(ZoneOffset.UTC))
                .addValue(by))
        .replaceWithVoid();
  }

  /** The newest 200, newest first. */
  Uni<List<Campaign>> list(SqlConnection transaction) {
    return transaction.preparedQuery(LIST).execute().map(Campaigns::campaigns);
  }

  /** Those that run on this day somewhere. */
  Uni<List<Campaign>> running(SqlConnection transaction, LocalDate day) {
    return transaction.preparedQuery(RUNNING).execute(Tuple.of(day)).map(Campaigns::campaigns);
  }

  /** Stops it, if it is not; empty when there is none. */
  Uni<List<Campaign>> stop(SqlConnection transaction, UUID id, OffsetDateTime at) {
    return transaction.preparedQuery(STOP).execute(Tuple.of(id, at)).map(Campaigns::campaigns);
  }

  /** The zones in which customers live. */
  Uni<List<String>> zones(SqlConnection transaction) {
    return transaction
        .preparedQuery(ZONES)
        .execute()
        .map(
            rows -> {
              List<String> zones = new ArrayList<>(rows.size());
              rows.forEach(row -> zones.add(row.getString(0)));
              return zones;
            });
  }

  /** The last day that a campaign has been through, by zone. */
  Uni<Map<String, LocalDate>> swept(SqlConnection transaction, UUID campaign) {
    return transaction
        .preparedQuery(SWEPT)
        .execute(Tuple.of(campaign))
        .map(
            rows -> {
              Map<String, LocalDate> swept = new HashMap<>();
              rows.forEach(row -> swept.put(row.getString("zone"), row.getLocalDate("swept_on")));
              return swept;
            });
  }

  Uni<Void> remember(SqlConnection transaction, UUID campaign, String zone, LocalDate day) {
    return transaction
        .preparedQuery(REMEMBER)
        .execute(Tuple.of(campaign, zone, day))
        .replaceWithVoid();
  }

  private static List<Campaign> campaigns(Iterable<Row> rows) {
    List<Campaign> campaigns = new ArrayList<>();
    rows.forEach(row -> campaigns.add(campaign(row)));
    return campaigns;
  }

  private static Campaign campaign(Row row) {
    String channel = row.getString("channel");
    @Nullable OffsetDateTime stopped = row.getOffsetDateTime("stopped_at");
    return new Campaign(
        row.getUUID("id"),
        Campaign.Kind.valueOf(row.getString("kind")),
        row.getString("message_key"),
        row.getString("store_id"),
        row.getInteger("age_from"),
        row.getInteger("age_below"),
        row.getString("segment"),
        channel == null ? null : Consent.Channel.valueOf(channel),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"),
        row.getOffsetDateTime("opened_at").toInstant(),
        stopped == null ? null : stopped.toInstant());
  }
}
