package io.aftercare.followup.desk;

import io.aftercare.followup.call.CallRows;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownEvents;
import io.aftercare.followup.known.KnownSales;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls with what decides about them. */
@ApplicationScoped
class DeskCalls {

  private static final String FIND =
      "select "
          + Calls.COLUMNS
          + """
          , coalesce(c.lease_until > clock_timestamp(), false) as lease_runs,
            p.agent as permit_agent, p.refusal, p.expires_at, p.topics, p.number_mark
          from call c left join permit p on p.call_id = c.id and p.epoch = $2
          where c.id = $1
          """;

  private static final String LOCK = FIND + " for update of c";

  private static final String ASKED =
      """
      insert into permit (call_id, epoch, agent, asked_at, expires_at, refusal)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private final KnownSales sales;
  private final KnownCustomers customers;
  private final KnownEvents events;

  DeskCalls(KnownSales sales, KnownCustomers customers, KnownEvents events) {
    this.sales = sales;
    this.customers = customers;
    this.events = events;
  }

  /**
   * @param epoch whose permit is wanted with it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such call
   */
  Uni<DeskCall> find(SqlConnection connection, UUID id, long epoch) {
    return find(connection, FIND, id, epoch);
  }

  /** As {@link #find}, with the call locked to the end of the transaction. */
  Uni<DeskCall> lock(SqlConnection transaction, UUID id, long epoch) {
    return find(transaction, LOCK, id, epoch);
  }

  /** Remembers what was answered to a request for a permit. */
  Uni<Void> remember(
      SqlConnection transaction, UUID call, long epoch, DeskCall.Asked asked, Instant now) {
    return transaction
        .preparedQuery(ASKED)
        .execute(
            Tuple.of(
                call,
                epoch,
                asked.agent(),
                now.atOffset(ZoneOffset.UTC),
                asked.expiresAt().atOffset(ZoneOffset.UTC),
                asked.refusal()))
        .replaceWithVoid();
  }

  private Uni<DeskCall> find(SqlConnection connection, String statement, UUID id, long epoch) {
    return connection
        .preparedQuery(statement)
        .execute(Tuple.of(id, epoch))
        .map(
            rows -> {
              if (!rows.iterator().hasNext()) {
                throw DeskProblems.noSuchCall(id);
              }
              return rows.iterator().next();
            })
        .chain(row -> complete(connection, row));
  }

  private Uni<DeskCall> complete(SqlConnection connection, Row row) {
    var call = CallRows.call(row);
    UUID sale = call.origin().saleId();
    return sales
        .find(connection, List.of(sale))
        .map(
            found -> {
              if (found.isEmpty()) {
                throw new IllegalStateException("The sale of call " + call.id() + " is not known");
              }
              return found.getFirst().sale();
            })
        .chain(
            known ->
                customers
                    .resolve(connection, List.of(call.customerId()))
                    .map(
                        resolved ->
                            new DeskCall(
                                call,
                                row.getBoolean("lease_runs"),
                                asked(row),
                                known,
                                resolved.get(call.customerId()),
                                null)))
        .chain(found -> caused(connection, found));
  }

  /** Most calls are caused by their sale; for the others it is known what happened to it. */
  private Uni<DeskCall> caused(SqlConnection connection, DeskCall found) {
    UUID cause = found.call().origin().causeId();
    UUID sale = found.sale().id();
    return cause.equals(sale)
        ? Uni.createFrom().item(found)
        : events
            .ofSales(connection, List.of(sale))
            .map(
                happened ->
                    happened.getOrDefault(sale, List.of()).stream()
                        .filter(event -> event.id().equals(cause))
                        .findFirst()
                        .map(found::causedBy)
                        .orElse(found));
  }

  private static DeskCall.@Nullable Asked asked(Row row) {
    String agent = row.getString("permit_agent");
    return agent == null
        ? null
        : new DeskCall.Asked(
            agent,
            row.getString("refusal"),
            row.getOffsetDateTime("expires_at").toInstant(),
            List.of(row.getArrayOfUUIDs("topics")),
            row.getString("number_mark"));
  }
}
