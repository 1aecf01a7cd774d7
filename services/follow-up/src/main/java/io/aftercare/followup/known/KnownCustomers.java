package io.aftercare.followup.known;

import io.aftercare.followup.window.Preference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers we have heard of. A merged one stands for the one that took it over. */
@ApplicationScoped
public class KnownCustomers {

  /** How an unknown language is kept, so that it can be probed like any other. */
  private static final String UNKNOWN = "";

  private static final String KEEP_STILL =
      "select pg_advisory_xact_lock_shared(hashtext('known_customer'), 0)";

  private static final String LET_NOBODY_PLAN =
      "select pg_advisory_xact_lock(hashtext('known_customer'), 0)";

  private static final String REMEMBER =
      """
      insert into known_customer (id, version, birth_month, zone, prefers_from, prefers_to, blocked, segments, language,
        preferred_channel)
      select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::time[], $6::time[], $7::text[],
        $8::text[], $9::text[], $10::text[])
      on conflict (id) do update set
        version = excluded.version, birth_month = excluded.birth_month, zone = excluded.zone,
        prefers_from = excluded.prefers_from, prefers_to = excluded.prefers_to, blocked = excluded.blocked,
        segments = excluded.segments, language = excluded.language, preferred_channel = excluded.preferred_channel
      where known_customer.version < excluded.version
      """;

  /**
   * Whoever stood for the merged one now stands for its survivor, so that one look always finds the
   * last.
   */
  private static final String MERGE =
      """
      update known_customer k set merged_into = survivor.id,
        into_customer = case when k.id = $1 then $2 else coalesce(k.into_customer, k.merged_into) end
      from (select coalesce((select merged_into from known_customer where id = $2), $2) as id) survivor
      where (k.id = $1 or k.merged_into = $1) and k.id <> survivor.id
      returning survivor.id
      """;

  /** Whoever came to the survivor by way of this one stands for this one again. */
  private static final String SEPARATE =
      """
      with recursive apart as (
        select k.id, k.merged_into as survivor from known_customer k
        where k.id = any($1::uuid[]) and k.merged_into is not null
      ),
      own (customer, id) as (
        select apart.id, apart.id from apart
        union
        select own.customer, k.id from known_customer k join own on coalesce(k.into_customer, k.merged_into) = own.id
        where not exists (select from apart where apart.id = k.id)
      ),
      back as (
        update known_customer k set
          merged_into = case when k.id = own.customer then null else own.customer end,
          into_customer = case when k.id = own.customer then null else k.into_customer end
        from own where k.id = own.id
      )
      select apart.id, apart.survivor, array(select own.id from own where own.customer = apart.id) as ids from apart
      order by apart.id
      """;

  private static final String RESOLVE =
      """
      select asked.id as asked, coalesce(k.merged_into, k.id) as id,
             s.version, s.birth_month, s.zone, s.prefers_from, s.prefers_to, s.blocked, s.segments, s.language,
             s.preferred_channel
      from unnest($1::uuid[]) as asked(id)
      join known_customer k on k.id = asked.id
      left join known_customer s on s.id = coalesce(k.merged_into, k.id)
      """;

  /**
   * Who a customer's id stands for.
   *
   * @param id the customer, or the one it was merged into
   * @param customer what is known; absent until we are told
   */
  public record Resolved(UUID id, @Nullable KnownCustomer customer) {}

  /**
   * No customer changes until this transaction ends, and none is changing: else a sale planned in
   * ignorance of a customer who is just being made known would be missed by both.
   */
  public Uni<Void> keepStill(SqlConnection transaction) {
    return transaction.preparedQuery(KEEP_STILL).execute().replaceWithVoid();
  }

  /**
   * Nobody plans by what is known of customers until this transaction ends, and nobody is planning.
   */
  public Uni<Void> letNobodyPlan(SqlConnection transaction) {
    return transaction.preparedQuery(LET_NOBODY_PLAN).execute().replaceWithVoid();
  }

  /** Keeps what was told; an older version changes nothing. */
  public Uni<Void> remember(SqlConnection transaction, List<KnownCustomer> customers) {
    int n = customers.size();
    UUID[] ids = new UUID[n];
    Long[] versions = new Long[n];
    String[] births = new String[n];
    String[] zones = new String[n];
    LocalTime[] froms = new LocalTime[n];
    LocalTime[] tos = new LocalTime[n];
    String[] blocks = new String[n];
    String[] segments = new String[n];
    String[] languages = new String[n];
    String[] channels = new String[n];
    for (int i = 0; i < n; i++) {
      KnownCustomer customer = customers.get(i);
      Preference preference = customer.preference();
      ids[i] = customer.id();
      versions[i] = customer.version();
      births[i] = customer.birthMonth() == null ? null : customer.birthMonth().toString();
      zones[i] = customer.zone().getId();
      froms[i] = preference == null ? null : preference.from();
      tos[i] = preference == null ? null : preference.to();
      blocks[i] = customer.blocked();
      segments[i] = String.join(",", customer.segments());
      languages[i] = customer.language() == null ? UNKNOWN : customer.language();
      channels[i] = customer.preferredChannel();
    }
    return transaction
        .preparedQuery(REMEMBER)
        .execute(
            Tuple.of(ids, versions, births, zones, froms, tos)
                .addArrayOfString(blocks)
                .addArrayOfString(segments)
                .addArrayOfString(languages)
                .addArrayOfString(channels))
        .replaceWithVoid();
  }

  /** From now on the merged customer stands for the survivor; gives the last survivor's id. */
  public Uni<UUID> merge(SqlConnection transaction, UUID merged, UUID into) {
    return transaction
        .preparedQuery(MERGE)
        .execute(Tuple.of(merged, into))
        .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getUUID(0) : into);
  }

  /**
   * Two who were one are two again.
   *
   * @param ids all by which sales knew the customer
   */
  public record Separated(UUID customer, UUID survivor, UUID[] ids) {}

  /** Those of these customers that stood for another; from now on each stands for itself. */
  public Uni<List<Separated>> separate(SqlConnection transaction, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return transaction
        .preparedQuery(SEPARATE)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .map(
            rows -> {
              List<Separated> apart = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      apart.add(
                          new Separated(
                              row.getUUID("id"),
                              row.getUUID("survivor"),
                              row.getArrayOfUUIDs("ids"))));
              return apart;
            });
  }

  /** Who these ids stand for; an id nobody told us of stands for itself. */
  public Uni<Map<UUID, Resolved>> resolve(SqlConnection connection, Collection<UUID> ids) {
    return connection
        .preparedQuery(RESOLVE)
        .execute(Tuple.of(ids.stream().distinct().toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, Resolved> resolved = HashMap.newHashMap(ids.size());
              rows.forEach(row -> resolved.put(row.getUUID("asked"), resolved(row)));
              ids.forEach(id -> resolved.computeIfAbsent(id, same -> new Resolved(same, null)));
              return resolved;
            });
  }

  private static Resolved resolved(Row row) {
    UUID id = row.getUUID("id");
    if (row.getLong("version") == null) {
      return new Resolved(id, null);
    }
    String birth = row.getString("birth_month");
    LocalTime from = row.getLocalTime("prefers_from");
    LocalTime to = row.getLocalTime("prefers_to");
    return new Resolved(
        id,
        new KnownCustomer(
            id,
            row.getLong("version"),
            null,
            birth == null ? null : YearMonth.parse(birth),
            ZoneId.of(row.getString("zone")),
            from == null || to == null ? null : new Preference(from, to),
            row.getString("blocked"),
            segments(row.getString("segments")),
            UNKNOWN.equals(row.getString("language")) ? null : row.getString("language"),
            row.getString("preferred_channel")));
  }

  private static Set<String> segments(String joined) {
    return joined.isEmpty() ? Set.of() : Set.of(joined.split(","));
  }
}
