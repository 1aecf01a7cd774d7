package io.aftercare.followup.incident;

import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All incidents, and the warnings before them. */
@ApplicationScoped
public class Incidents {

  private static final String WARNED = "select 1 from warning where call_id = $1 limit 1";

  private static final String WARN =
      """
      insert into warning (call_id, epoch, agent, at) values ($1, $2, $3, $4)
      on conflict (call_id, epoch) do update set at = warning.at
      returning at
      """;

  private static final String OPEN =
      """
      insert into incident as i (id, call_id, customer_id, agent, kinds, helped, happened_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (call_id, agent) do update set
        kinds = case when cardinality(excluded.kinds) > 0 then excluded.kinds else i.kinds end,
        helped = case when cardinality(excluded.helped) > 0 then excluded.helped else i.helped end
      returning id
      """;

  private static final String READ =
      """
      select i.id, i.call_id, i.customer_id, i.agent, i.kinds, i.helped, i.happened_at, i.closed_at,
        (select coalesce(jsonb_agg(jsonb_build_object('part', d.part, 'note', d.note_id, 'by', d.written_by, 'at', d.written_at)
           order by d.written_at), '[]') from debrief d where d.incident_id = i.id)::text as debrief
      from incident i
      """;

  private static final String FIND = READ + " where i.id = $1";

  private static final String LIST =
      READ
          + """
           where ($2::text is null or i.agent = $2) and ($3::boolean is null or (i.closed_at is not null) = $3)
            and ($4::uuid is null or i.id > $4)
          order by i.id limit $1
          """;

  private static final String WRITE =
      """
      insert into debrief (incident_id, part, note_id, written_by, written_at) values ($1, $2, $3, $4, $5)
      on conflict (incident_id, part) do update set
        note_id = excluded.note_id, written_by = excluded.written_by, written_at = excluded.written_at
      """;

  private static final String CLOSE =
      "update incident set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null";

  /** Whether a warning was given in this call. */
  public Uni<Boolean> warned(SqlConnection connection, UUID call) {
    return connection.preparedQuery(WARNED).execute(Tuple.of(call)).map(rows -> rows.size() > 0);
  }

  /** An incident of this call, where there is none yet; what is said of it later is added. */
  public Uni<UUID> open(
      SqlConnection transaction, FlagCustomer.Difficult said, UUID customer, Instant at) {
    Tuple row =
        Tuple.of(Ids.next(), said.callId(), customer, said.agent())
            .addArrayOfString(said.kinds().toArray(String[]::new))
            .addArrayOfString(said.helped().toArray(String[]::new))
            .addOffsetDateTime(utc(at));
    return transaction
        .preparedQuery(OPEN)
        .execute(row)
        .map(rows -> rows.iterator().next().getUUID(0));
  }

  Uni<Instant> warn(SqlConnection transaction, UUID call, long epoch, String agent, Instant at) {
    return transaction
        .preparedQuery(WARN)
        .execute(Tuple.of(call, epoch, agent, utc(at)))
        .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant());
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Incident> find(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(Incidents::incidents)
        .map(
            found -> {
              if (found.isEmpty()) {
                throw Problems.notFound("incident", id);
              }
              return found.getFirst();
            });
  }

  /**
   * @param agent only theirs; absent for all
   * @param closed only those that are, or that are not; absent for all
   */
  Uni<List<Incident>> list(
      SqlConnection connection,
      @Nullable String agent,
      @Nullable Boolean closed,
      @Nullable UUID after,
      int limit) {
    return connection
        .preparedQuery(LIST)
        .execute(Tuple.of(limit + 1, agent, closed, after))
        .map(Incidents::incidents);
  }

  Uni<Void> write(
      SqlConnection transaction,
      UUID id,
      DebriefPart part,
      @Nullable UUID noteId,
      String by,
      Instant at) {
    return transaction
        .preparedQuery(WRITE)
        .execute(Tuple.of(id, part.key(), noteId, by, utc(at)))
        .replaceWithVoid();
  }

  Uni<Void> close(SqlConnection transaction, UUID id, String by, Instant at) {
    return transaction.preparedQuery(CLOSE).execute(Tuple.of(id, utc(at), by)).replaceWithVoid();
  }

  private static List<Incident> incidents(RowSet<Row> rows) {
    List<Incident> incidents = new ArrayList<>(rows.size());
    rows.forEach(row -> incidents.add(incident(row)));
    return incidents;
  }

  private static Incident incident(Row row) {
    OffsetDateTime closed = row.getOffsetDateTime("closed_at");
    List<Incident.Written> written =
        new JsonArray(row.getString("debrief"))
            .stream().map(JsonObject.class::cast).map(Incidents::written).toList();
    return new Incident(
        row.getUUID("id"),
        row.getUUID("call_id"),
        row.getUUID("customer_id"),
        row.getString("agent"),
        List.of(row.getArrayOfStrings("kinds")),
        List.of(row.getArrayOfStrings("helped")),
        row.getOffsetDateTime("happened_at").toInstant(),
        closed == null ? "open" : "closed",
        written,
        Arrays.stream(DebriefPart.values())
            .map(DebriefPart::key)
            .filter(part -> written.stream().noneMatch(each -> each.part().equals(part)))
            .toList(),
        closed == null ? null : closed.toInstant());
  }

  private static Incident.Written written(JsonObject part) {
    String note = part.getString("note");
    return new Incident.Written(
        part.getString("part"),
        note == null ? null : UUID.fromString(note),
        part.getString("by"),
        OffsetDateTime.parse(part.getString("at")).toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
