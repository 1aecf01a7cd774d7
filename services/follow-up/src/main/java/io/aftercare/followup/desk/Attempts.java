package io.aftercare.followup.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each attempt found, one per call and epoch, with what its agent was answered. */
@ApplicationScoped
class Attempts {

  private static final String ADD =
      """
      with added as (
        insert into attempt (call_id, epoch, customer_id, agent, permitted_at, ended_at, disposition, answered,
          call_back_at, satisfaction, complaint_category, note_id, answer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::text::jsonb)
        returning ended_at, agent, customer_id
      )
      insert into access_log (at, who, what, reason, customers)
      select ended_at, agent, 'POST /calls/{id}/outcome', 'call', array[customer_id] from added
      """;

  private static final String FIND =
      """
      select agent, disposition, call_back_at, satisfaction, complaint_category, answer::text as answer
      from attempt where call_id = $1 and epoch = $2
      """;

  private static final String BEGAN =
      "select permitted_at from attempt where call_id = $1 order by permitted_at";

  private static final String ANSWERED_OF =
      """
      select count(*) from attempt a
      where a.customer_id = $1 and a.answered and a.ended_at > $2
        and exists (select from call c where c.id = a.call_id and c.programme = $3)
      """;

  private static final String ANSWERED =
      "select ended_at from attempt where customer_id = $1 and answered and ended_at > $2";

  private final ObjectMapper json;

  Attempts(ObjectMapper json) {
    this.json = json;
  }

  /**
   * An attempt that has ended.
   *
   * @param answer what the agent was answered
   */
  record Ended(
      UUID callId,
      long epoch,
      UUID customerId,
      String agent,
      Instant permittedAt,
      Instant endedAt,
      Outcome outcome,
      @Nullable UUID noteId,
      CallView answer) {}

  /** An outcome that was recorded before, and its answer. */
  record Recorded(
      String agent,
      String disposition,
      @Nullable Instant callBackAt,
      @Nullable Integer satisfaction,
      @Nullable String complaintCategory,
      CallView answer) {

    /** The same was said; the note is not compared, because it is not kept here. */
    boolean says(String who, Outcome outcome) {
      return agent.equals(who)
          && disposition.equals(outcome.disposition().key())
          && java.util.Objects.equals(callBackAt, outcome.callBackAt())
          && java.util.Objects.equals(satisfaction, outcome.satisfaction())
          && java.util.Objects.equals(complaintCategory, category(outcome));
    }
  }

  /** Adds it; that its agent was answered with the call is on record as a read. */
  Uni<Void> add(SqlConnection transaction, Ended ended) {
    Outcome outcome = ended.outcome();
    Tuple row =
        Tuple.tuple()
            .addValue(ended.callId())
            .addValue(ended.epoch())
            .addValue(ended.customerId())
            .addValue(ended.agent())
            .addValue(utc(ended.permittedAt()))
            .addValue(utc(ended.endedAt()))
            .addValue(outcome.disposition().key())
            .addValue(outcome.disposition().answered())
            .addValue(utc(outcome.callBackAt()))
            .addValue(outcome.satisfaction())
            .addValue(category(outcome))
            .addValue(ended.noteId())
            .addValue(write(ended.answer()));
    return transaction.preparedQuery(ADD).execute(row).replaceWithVoid();
  }

  /** What was recorded for this call at this epoch. */
  Uni<Optional<Recorded>> find(SqlConnection connection, UUID call, long epoch) {
    return connection
        .preparedQuery(FIND)
        .execute(Tuple.of(call, epoch))
        .map(
            rows ->
                rows.iterator().hasNext()
                    ? Optional.of(recorded(rows.iterator().next()))
                    : Optional.empty());
  }

  /** When the attempts of this call were dialled, oldest first. */
  Uni<List<Instant>> began(SqlConnection connection, UUID call) {
    return instants(connection, BEGAN, Tuple.of(call));
  }

  /** When this customer was spoken with since then. */
  Uni<List<Instant>> answered(SqlConnection connection, UUID customer, Instant since) {
    return instants(connection, ANSWERED, Tuple.of(customer, utc(since)));
  }

  /** How often a programme has spoken with this customer since then. */
  Uni<Long> answered(SqlConnection connection, UUID customer, Instant since, String programme) {
    return connection
        .preparedQuery(ANSWERED_OF)
        .execute(Tuple.of(customer, utc(since), programme))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Uni<List<Instant>> instants(SqlConnection connection, String statement, Tuple of) {
    return connection
        .preparedQuery(statement)
        .execute(of)
        .map(
            rows -> {
              List<Instant> instants = new ArrayList<>(rows.size());
              rows.forEach(row -> instants.add(row.getOffsetDateTime(0).toInstant()));
              return instants;
            });
  }

  private Recorded recorded(Row row) {
    OffsetDateTime callBack = row.getOffsetDateTime("call_back_at");
    Short satisfaction = row.getShort("satisfaction");
    return new Recorded(
        row.getString("agent"),
        row.getString("disposition"),
        callBack == null ? null : callBack.toInstant(),
        satisfaction == null ? null : satisfaction.intValue(),
        row.getString("complaint_category"),
        read(row.getString("answer")));
  }

  private static @Nullable String category(Outcome outcome) {
    return outcome.complaintCategory() == null ? null : outcome.complaintCategory().key();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private String write(CallView answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("An answer cannot be written", unwritable);
    }
  }

  private CallView read(String answer) {
    try {
      return json.readValue(answer, CallView.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("An answer cannot be read back", unreadable);
    }
  }
}
