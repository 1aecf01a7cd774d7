package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What else a customer is to be called about on the same day: it is spoken of in the same
 * conversation. Nothing has to be claimed for that, because a customer who is in a held call is
 * given to nobody else.
 */
@ApplicationScoped
class Topics {

  private static final int MOST = 10;

  private static final String OTHERS =
      "select "
          + Calls.COLUMNS
          + """
           from call c
          where c.customer_id = $1 and c.id <> $2 and c.state = 'planned' and c.due_at < $3 and c.closes_at > $4
            and (c.pharmacist <= $5) and (c.promised_to is null or c.promised_to = $6)
            and c.step_language is not distinct from $7
          order by c.priority, c.due_at, c.id limit $8
          """;

  private static final String THESE =
      "select "
          + Calls.COLUMNS
          + " from call c where c.id = any($1::uuid[]) order by c.priority, c.due_at, c.id";

  /** Due before the window of the held call closes, and for its agent to speak of. */
  Uni<List<Call>> of(SqlConnection connection, DeskCall held, String agent, Instant now) {
    Call call = held.call();
    return connection
        .preparedQuery(OTHERS)
        .execute(
            Tuple.of(
                    held.owner().id(),
                    call.id(),
                    call.plan().closesAt().atOffset(ZoneOffset.UTC),
                    now.atOffset(ZoneOffset.UTC),
                    call.origin().pharmacist(),
                    agent)
                .addString(call.origin().language())
                .addInteger(MOST))
        .map(Calls::calls);
  }

  /** Those that the agent was given, as they stand. */
  Uni<List<Call>> find(SqlConnection connection, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connection
            .preparedQuery(THESE)
            .execute(Tuple.of(ids.toArray(UUID[]::new)))
            .map(Calls::calls);
  }
}
