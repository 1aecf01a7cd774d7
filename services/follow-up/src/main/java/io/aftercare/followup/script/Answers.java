package io.aftercare.followup.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was answered in calls: codes and numbers only, a row for each call and question. */
@ApplicationScoped
class Answers {

  private static final String SAVE =
      """
      insert into answer (call_id, question, value, interview, version, epoch, agent, answered_at)
      select $1, question, value::jsonb, $4, $5, $6, $7, $8
      from unnest($2::text[], $3::text[]) as given(question, value)
      on conflict (call_id, question) do update set
        value = excluded.value, interview = excluded.interview, version = excluded.version,
        epoch = excluded.epoch, agent = excluded.agent, answered_at = excluded.answered_at
      """;

  private static final String TAKE_BACK =
      "delete from answer where call_id = $1 and question = any($2::text[])";

  /** With the call as well, which tells of them. */
  private static final String KEEP_WITH_CALL =
      """
      update call set answers = (select jsonb_object_agg(question, value) from answer where call_id = $1)
      where id = $1
      """;

  private static final String FIND =
      "select question, value::text as value from answer where call_id = $1 order by answered_at";

  private final ObjectMapper json;

  Answers(ObjectMapper json) {
    this.json = json;
  }

  /** Who answers when, and to what. */
  record Saved(UUID callId, Interview interview, long epoch, String agent, Instant at) {}

  /** Keeps these; one without a value is taken back. */
  Uni<Void> save(SqlConnection transaction, Saved saved, Map<String, @Nullable Object> answers) {
    List<String> questions = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> takenBack = new ArrayList<>();
    answers.forEach(
        (question, value) -> {
          if (value == null) {
            takenBack.add(question);
          } else {
            questions.add(question);
            values.add(write(value));
          }
        });
    Tuple row =
        Tuple.of(saved.callId())
            .addArrayOfString(questions.toArray(String[]::new))
            .addArrayOfString(values.toArray(String[]::new))
            .addString(saved.interview().key())
            .addInteger(saved.interview().version())
            .addLong(saved.epoch())
            .addString(saved.agent())
            .addOffsetDateTime(saved.at().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(SAVE)
        .execute(row)
        .chain(
            () ->
                transaction
                    .preparedQuery(TAKE_BACK)
                    .execute(Tuple.of(saved.callId(), takenBack.toArray(String[]::new))))
        .chain(() -> transaction.preparedQuery(KEEP_WITH_CALL).execute(Tuple.of(saved.callId())))
        .replaceWithVoid();
  }

  /** What stands, by question. */
  Uni<Map<String, Object>> find(SqlConnection connection, UUID call) {
    return connection.preparedQuery(FIND).execute(Tuple.of(call)).map(this::answers);
  }

  private Map<String, Object> answers(RowSet<Row> rows) {
    Map<String, Object> answers = new LinkedHashMap<>();
    rows.forEach(row -> answers.put(row.getString("question"), read(row.getString("value"))));
    return answers;
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("An answer cannot be written", unwritable);
    }
  }

  private Object read(String value) {
    try {
      return json.readValue(value, Object.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("An answer cannot be read back", unreadable);
    }
  }
}
