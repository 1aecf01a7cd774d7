package io.aftercare.followup.incident;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.kit.identity.AccessLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Records that a conversation was difficult, without blame; it opens a debrief and tells the next
 * one to take care.
 */
@ApplicationScoped
class RecordIncident {

  private static final Logger LOG = Logger.getLogger(RecordIncident.class);

  private final Pool pool;
  private final Calls calls;
  private final Incidents incidents;
  private final AccessLog accessLog;
  private final Clock clock;

  RecordIncident(Pool pool, Calls calls, Incidents incidents, AccessLog accessLog, Clock clock) {
    this.pool = pool;
    this.calls = calls;
    this.incidents = incidents;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * One for each call and agent: said again, it says more.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when the agent neither
   *     holds the call nor made its last attempt
   */
  Uni<Incident> record(UUID call, String agent, List<IncidentKind> kinds, List<Helpful> helped) {
    return pool.withTransaction(
            transaction ->
                calls
                    .lock(transaction, List.of(call))
                    .map(found -> theirs(found, call, agent))
                    .call(
                        found ->
                            accessLog.read(
                                transaction, agent, "POST /incidents", List.of(found.customerId())))
                    .chain(
                        found ->
                            incidents.open(
                                transaction,
                                call,
                                found.customerId(),
                                agent,
                                clock.instant(),
                                kinds,
                                helped))
                    .chain(id -> incidents.find(transaction, id)))
        .invoke(
            incident -> LOG.infof("Incident recorded, incident=%s call=%s", incident.id(), call));
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
