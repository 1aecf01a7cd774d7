package io.aftercare.profile.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The editions of all segments. */
@ApplicationScoped
class Segments {

  private static final String CURRENT =
      """
      select distinct on (name) * from segment where published_at is not null order by name, version desc
      """;

  private static final String ALL = "select * from segment order by name, version desc";

  private static final String DRAFT =
      """
      insert into segment (name, version, title, rule, drafted_by, drafted_at)
      select $1, 1 + coalesce(max(version), 0), $2, $3, $4, $5 from segment
      where name = $1 and published_at is not null
      on conflict (name) where published_at is null do update set
        title = excluded.title, rule = excluded.rule, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at
      returning *
      """;

  private static final String FIND_DRAFT =
      "select * from segment where name = $1 and published_at is null for update";

  private static final String PUBLISH =
      """
      update segment set published_by = $2, published_at = $3 where name = $1 and published_at is null returning *
      """;

  /** Who keeps members and who changes the rules do not do so at one moment. */
  private static final String KEEPING = "select pg_advisory_xact_lock_shared(hashtext('segment'))";

  private static final String RULING = "select pg_advisory_xact_lock(hashtext('segment'))";

  private final ObjectMapper json;

  Segments(ObjectMapper json) {
    this.json = json;
  }

  /** The editions that hold; they stay so until the transaction ends. */
  Uni<List<Segment>> holding(SqlConnection transaction) {
    return transaction.query(KEEPING).execute().chain(() -> current(transaction));
  }

  /** As {@link #holding}, for whoever is about to change them: nobody keeps members meanwhile. */
  Uni<List<Segment>> ruling(SqlConnection transaction) {
    return transaction.query(RULING).execute().chain(() -> current(transaction));
  }

  private Uni<List<Segment>> current(SqlConnection transaction) {
    return transaction
        .query(CURRENT)
        .execute()
        .map(rows -> rows.stream().map(this::segment).toList());
  }

  /** Every edition, newest first within a segment. */
  Uni<List<Segment>> all(SqlClient database) {
    return database.query(ALL).execute().map(rows -> rows.stream().map(this::segment).toList());
  }

  /** Puts it in place of the draft there was. */
  Uni<Segment> draft(
      SqlConnection transaction, String name, String title, Rule rule, String by, Instant at) {
    return transaction
        .preparedQuery(DRAFT)
        .execute(Tuple.of(name, title, write(rule), by, at.atOffset(ZoneOffset.UTC)))
        .map(rows -> segment(rows.iterator().next()));
  }

  Uni<Optional<Segment>> findDraft(SqlConnection transaction, String name) {
    return transaction
        .preparedQuery(FIND_DRAFT)
        .execute(Tuple.of(name))
        .map(rows -> rows.stream().map(this::segment).findFirst());
  }

  Uni<Segment> publish(SqlConnection transaction, String name, String by, Instant at) {
    return transaction
        .preparedQuery(PUBLISH)
        .execute(Tuple.of(name, by, at.atOffset(ZoneOffset.UTC)))
        .map(rows -> segment(rows.iterator().next()));
  }

  private Segment segment(Row row) {
    @Nullable OffsetDateTime publishedAt = row.getOffsetDateTime("published_at");
    return new Segment(
        row.getString("name"),
        row.getInteger("version"),
        row.getString("title"),
        read(row.getString("rule")),
        row.getString("drafted_by"),
        row.getOffsetDateTime("drafted_at").toInstant(),
        row.getString("published_by"),
        publishedAt == null ? null : publishedAt.toInstant());
  }

  private String write(Rule rule) {
    try {
      return json.writeValueAsString(rule);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Rule read(String rule) {
    try {
      return json.readValue(rule, Rule.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A segment's rule cannot be read", broken);
    }
  }
}
