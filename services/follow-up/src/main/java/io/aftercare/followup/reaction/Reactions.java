package io.aftercare.followup.reaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All suspicions. What is asked of them is a column; the rest is kept as it was told. */
@ApplicationScoped
class Reactions {

  private static final String COLUMNS =
      """
      id, version, state, customer_id, call_id, store_id, told::text as told, note_id, recorded_by, recorded_at, due_at,
      verdict::text as verdict, escalated_at, report::text as report""";

  private static final String ADD =
      """
      insert into adverse_reaction (id, version, state, customer_id, call_id, store_id, serious, told, note_id, recorded_by,
        recorded_at, due_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12)
      on conflict (id) do nothing
      returning id
      """;

  private static final String STORE =
      """
      update adverse_reaction set version = $2, state = $3, serious = $4, told = $5::text::jsonb, due_at = $6,
        verdict = $7::text::jsonb, report = $8::text::jsonb
      where id = $1
      """;

  private static final String FIND = "select " + COLUMNS + " from adverse_reaction where id = $1";

  private static final String LIST =
      "select "
          + COLUMNS
          + """
           from adverse_reaction
          where ($2::text is null or state = $2) and ($3::boolean is null or (escalated_at is not null) = $3)
            and ($4::uuid is null or id > $4)
          order by id limit $1
          """;

  private final ObjectMapper json;

  Reactions(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Which ones; what is absent does not matter.
   *
   * @param escalated has come to the supervisor's list
   * @param after only those after this one
   */
  record Filter(
      @Nullable ReactionState state,
      @Nullable Boolean escalated,
      @Nullable UUID after,
      int limit) {}

  /** Whether it is new: the same id is recorded once. */
  Uni<Boolean> add(SqlConnection transaction, Reaction reaction) {
    Tuple row =
        Tuple.tuple()
            .addValue(reaction.id())
            .addValue(reaction.version())
            .addValue(reaction.state().key())
            .addValue(reaction.customerId())
            .addValue(reaction.callId())
            .addValue(reaction.storeId())
            .addValue(reaction.told().serious())
            .addValue(write(reaction.told()))
            .addValue(reaction.noteId())
            .addValue(reaction.recordedBy())
            .addValue(utc(reaction.recordedAt()))
            .addValue(utc(reaction.dueAt()));
    return transaction.preparedQuery(ADD).execute(row).map(rows -> rows.size() == 1);
  }

  Uni<Void> store(SqlConnection transaction, Reaction reaction) {
    Tuple row =
        Tuple.tuple()
            .addValue(reaction.id())
            .addValue(reaction.version())
            .addValue(reaction.state().key())
            .addValue(reaction.told().serious())
            .addValue(write(reaction.told()))
            .addValue(utc(reaction.dueAt()))
            .addValue(reaction.verdict() == null ? null : write(reaction.verdict()))
            .addValue(reaction.report() == null ? null : write(reaction.report()));
    return transaction.preparedQuery(STORE).execute(row).replaceWithVoid();
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Reaction> find(SqlConnection connection, UUID id) {
    return one(connection, FIND, id);
  }

  /** As {@link #find}, locked to the end of the transaction. */
  Uni<Reaction> lock(SqlConnection transaction, UUID id) {
    return one(transaction, FIND + " for update", id);
  }

  /**
   * In the order in which they were recorded; one more than the page holds, where there are more.
   */
  Uni<List<Reaction>> list(SqlConnection connection, Filter filter) {
    return connection
        .preparedQuery(LIST)
        .execute(
            Tuple.of(
                filter.limit() + 1,
                filter.state() == null ? null : filter.state().key(),
                filter.escalated(),
                filter.after()))
        .map(this::reactions);
  }

  private Uni<Reaction> one(SqlConnection connection, String statement, UUID id) {
    return connection
        .preparedQuery(statement)
        .execute(Tuple.of(id))
        .map(this::reactions)
        .map(
            found -> {
              if (found.isEmpty()) {
                throw Problems.notFound("reaction", id);
              }
              return found.getFirst();
            });
  }

  private List<Reaction> reactions(RowSet<Row> rows) {
    List<Reaction> reactions = new ArrayList<>(rows.size());
    rows.forEach(row -> reactions.add(reaction(row)));
    return reactions;
  }

  private Reaction reaction(Row row) {
    return new Reaction(
        row.getUUID("id"),
        row.getLong("version"),
        ReactionState.of(row.getString("state")),
        row.getUUID("customer_id"),
        row.getUUID("call_id"),
        row.getString("store_id"),
        read(row.getString("told"), Reaction.Told.class),
        row.getUUID("note_id"),
        row.getString("recorded_by"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getOffsetDateTime("due_at").toInstant(),
        optional(row.getString("verdict"), Reaction.Verdict.class),
        instant(row.getOffsetDateTime("escalated_at")),
        optional(row.getString("report"), Reaction.Report.class));
  }

  private <T> @Nullable T optional(@Nullable String text, Class<T> type) {
    return text == null ? null : read(text, type);
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A reaction cannot be read back", unreadable);
    }
  }

  private String write(Object part) {
    try {
      return json.writeValueAsString(part);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("A reaction cannot be written", unwritable);
    }
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
