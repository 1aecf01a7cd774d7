package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.number.NumberRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The permits that were given, one for each claim. The number itself is never kept: its mark is, by
 * which the customer's file finds it again when it turns out to be wrong.
 */
@ApplicationScoped
class Permits {

  private static final String GRANT =
      """
      with granted as (
        update call c set permitted_at = $4, lease_until = clock_timestamp() + $6::bigint * interval '1 second'
        where c.id = $1 and c.epoch = $2 and c.holder = $3 and c.state = 'held' and c.permitted_at is null
        returning c.id, c.epoch, c.customer_id
      ),
      remembered as (
        insert into permit (call_id, epoch, agent, asked_at, expires_at, topics, number_mark)
        select id, epoch, $3, $4, $5, $7, $8 from granted
      ),
      logged as (
        insert into access_log (at, who, what, reason, customers)
        select $4, $3, 'POST /calls/{id}/permit', 'call', array[customer_id] from granted
      )
      select id from granted
      """;

  private static final String REMEMBER =
      "update permit set number_mark = $3 where call_id = $1 and epoch = $2";

  private final NumberRequests numberRequests;
  private final DeskRules rules;

  Permits(NumberRequests numberRequests, DeskRules rules) {
    this.numberRequests = numberRequests;
    this.rules = rules;
  }

  /** The number that was shown last is the one that may turn out to be wrong. */
  Uni<Void> remember(SqlConnection connection, DeskCall found, String mark) {
    return connection
        .preparedQuery(REMEMBER)
        .execute(Tuple.of(found.call().id(), found.call().epoch(), mark))
        .replaceWithVoid();
  }

  /** With a number in hand, no store needs to look for one. */
  Uni<Boolean> grant(
      SqlConnection transaction,
      DeskCall found,
      String mark,
      String agent,
      Instant now,
      List<Call> others) {
    return transaction
        .preparedQuery(GRANT)
        .execute(
            Tuple.of(
                    found.call().id(),
                    found.call().epoch(),
                    agent,
                    now.atOffset(ZoneOffset.UTC),
                    now.plus(rules.permit()).atOffset(ZoneOffset.UTC),
                    rules.lease().toSeconds())
                .addArrayOfUUID(others.stream().map(Call::id).toArray(UUID[]::new))
                .addString(mark))
        .map(rows -> rows.size() == 1)
        .call(() -> numberRequests.answered(transaction, found.owner().id(), now));
  }
}
