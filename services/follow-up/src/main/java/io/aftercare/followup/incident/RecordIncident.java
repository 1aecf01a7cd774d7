package io.aftercare.followup.incident;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Records that a conversation was difficult, without blame; it opens a debrief, and the customer's
 * file tells the next one to take care.
 */
@ApplicationScoped
class RecordIncident {

  private static final Logger LOG = Logger.getLogger(RecordIncident.class);

  private final Pool pool;
  private final Calls calls;
  private final KnownCustomers customers;
  private final FlagCustomer flagCustomer;
  private final Incidents incidents;
  private final AccessLog accessLog;
  private final Clock clock;

  RecordIncident(
      Pool pool,
      Calls calls,
      KnownCustomers customers,
      FlagCustomer flagCustomer,
      Incidents incidents,
      AccessLog accessLog,
      Clock clock) {
    this.pool = pool;
    this.calls = calls;
    this.customers = customers;
    this.flagCustomer = flagCustomer;
    this.incidents = incidents;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * One for each call and agent: said again, it says more.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when the agent neither
   *     holds the call nor made its last attempt; 503 when the customer's file is out of reach, and
   *     then nothing is stored here either
   */
  Uni<Incident> record(UUID call, String agent, List<IncidentKind> kinds, List<Helpful> helped) {
    var said =
        new FlagCustomer.Difficult(
            call,
            agent,
            kinds.stream().distinct().map(IncidentKind::key).toList(),
            helped.stream().distinct().map(Helpful::key).toList());
    return pool.withTransaction(transaction -> customer(transaction, call, agent))
        .call(customer -> flagCustomer.flag(customer, said))
        .chain(customer -> pool.withTransaction(tx -> keep(tx, customer, said)))
        .invoke(
            incident -> LOG.infof("Incident recorded, incident=%s call=%s", incident.id(), call));
  }

  /** Whom the call is to by now; that the agent was told is on record. */
  private Uni<UUID> customer(SqlConnection transaction, UUID call, String agent) {
    return calls
        .lock(transaction, List.of(call))
        .map(found -> theirs(found, call, agent).customerId())
        .chain(id -> customers.resolve(transaction, List.of(id)).map(owners -> owners.get(id).id()))
        .call(
            id -> accessLog.read(transaction, agent, Reasons.CALL, "POST /incidents", List.of(id)));
  }

  private Uni<Incident> keep(
      SqlConnection transaction, UUID customer, FlagCustomer.Difficult said) {
    return incidents
        .open(transaction, said, customer, clock.instant())
        .chain(id -> incidents.find(transaction, id));
  }

  private static Call theirs(List<Call> found, UUID id, String agent) {
    return found.stream()
        .filter(
            call ->
                (call.holding() != null && call.holding().agent().equals(agent))
                    || (call.last() != null && call.last().agent().equals(agent)))
        .findFirst()
        .orElseThrow(() -> HeldCalls.noSuchCall(id));
  }
}
