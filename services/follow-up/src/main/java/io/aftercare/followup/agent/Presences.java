package io.aftercare.followup.agent;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is there, and who was when: one row for each period, the last without an end. */
@ApplicationScoped
public class Presences {

  private static final String NOW =
      "select agent, state, reason, began_at from agent_period where agent = $1 and ended_at is null";

  /** Who says the same again goes on as before. */
  private static final String BEGIN =
      """
      with gone as (
        update agent_period set ended_at = $4
        where agent = $1 and ended_at is null and (state <> $2 or reason is distinct from $3)
      )
      select 1
      """;

  private static final String GO_ON =
      """
      insert into agent_period (agent, state, reason, began_at) values ($1, $2, $3, $4)
      on conflict (agent) where ended_at is null do nothing
      """;

  private static final String ALL =
      """
      select coalesce(p.agent, f.agent) as agent, p.state, p.reason, p.began_at, f.languages, f.regions, f.stores
      from (select * from agent_period where ended_at is null) p
      full join agent_profile f on f.agent = p.agent
      order by 1
      """;

  private final Pool pool;

  Presences(Pool pool) {
    this.pool = pool;
  }

  /**
   * What somebody said last.
   *
   * @param reason only for a break
   */
  public record Said(Presence state, @Nullable String reason, Instant since) {}

  /**
   * Somebody at a desk.
   *
   * @param said absent while they have said nothing
   */
  record Known(String agent, @Nullable Said said, AgentReach reach) {}

  /** Empty while they have said nothing: then they are available. */
  public Uni<Optional<Said>> now(String agent) {
    return pool.preparedQuery(NOW)
        .execute(Tuple.of(agent))
        .map(
            rows ->
                rows.iterator().hasNext()
                    ? Optional.ofNullable(said(rows.iterator().next()))
                    : Optional.empty());
  }

  /** The period before ends where this one begins. */
  Uni<Optional<Said>> begin(
      String agent, Presence state, @Nullable BreakReason reason, Instant at) {
    Tuple row =
        Tuple.of(
            agent, state.key(), reason == null ? null : reason.key(), at.atOffset(ZoneOffset.UTC));
    return pool.withTransaction(
            transaction ->
                transaction
                    .preparedQuery(BEGIN)
                    .execute(row)
                    .chain(() -> transaction.preparedQuery(GO_ON).execute(row)))
        .chain(() -> now(agent));
  }

  Uni<List<Known>> all() {
    return pool.preparedQuery(ALL).execute().map(Presences::known);
  }

  private static List<Known> known(RowSet<Row> rows) {
    List<Known> known = new ArrayList<>(rows.size());
    rows.forEach(
        row ->
            known.add(
                new Known(
                    row.getString("agent"),
                    row.getString("state") == null ? null : said(row),
                    row.getArrayOfStrings("languages") == null
                        ? AgentReach.ANY
                        : new AgentReach(
                            List.of(row.getArrayOfStrings("languages")),
                            List.of(row.getArrayOfStrings("regions")),
                            List.of(row.getArrayOfStrings("stores"))))));
    return known;
  }

  private static Said said(Row row) {
    return new Said(
        Presence.of(row.getString("state")),
        row.getString("reason"),
        row.getOffsetDateTime("began_at").toInstant());
  }
}
