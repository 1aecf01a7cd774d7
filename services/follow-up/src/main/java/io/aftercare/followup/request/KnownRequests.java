package io.aftercare.followup.request;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was promised, as far as we heard; a message says it as it stands when it goes. */
@ApplicationScoped
class KnownRequests {

  /** The outer select sees what stood there before. */
  private static final String REMEMBER =
      """
      with told as (
        select * from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as t (id, kind, promised_at)
      ),
      kept as (
        insert into known_request (id, kind, promised_at) select id, kind, promised_at from told
        on conflict (id) do update set promised_at = excluded.promised_at
      )
      select k.id, k.promised_at from known_request k join told using (id)
      """;

  /** Keeps what was told; gives the promises that stood before, by request. */
  Uni<Map<UUID, Instant>> remember(SqlConnection transaction, List<ServiceRequest> requests) {
    List<ServiceRequest> told =
        requests.stream().sorted(Comparator.comparing(ServiceRequest::id)).toList();
    return transaction
        .preparedQuery(REMEMBER)
        .execute(
            Tuple.of(
                told.stream().map(ServiceRequest::id).toArray(UUID[]::new),
                told.stream().map(ServiceRequest::kind).toArray(String[]::new),
                told.stream()
                    .map(each -> each.promisedAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new)))
        .map(
            rows -> {
              Map<UUID, Instant> before = HashMap.newHashMap(rows.size());
              rows.forEach(
                  row ->
                      before.put(
                          row.getUUID("id"), row.getOffsetDateTime("promised_at").toInstant()));
              return before;
            });
  }
}
