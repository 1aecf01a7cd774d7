package io.aftercare.followup.incident;

import io.aftercare.followup.call.HeldCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Records that the customer was warned; without it a call cannot be ended for abuse. */
@ApplicationScoped
class GiveWarning {

  private static final Logger LOG = Logger.getLogger(GiveWarning.class);

  private final Pool pool;
  private final HeldCalls heldCalls;
  private final Incidents incidents;
  private final Clock clock;

  GiveWarning(Pool pool, HeldCalls heldCalls, Incidents incidents, Clock clock) {
    this.pool = pool;
    this.heldCalls = heldCalls;
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * When it was given; for the same call again, the first time.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call; 409 when the agent does not hold it at this epoch, or nobody can be on the line
   */
  Uni<Instant> give(UUID call, long epoch, String agent) {
    return pool.withTransaction(
            transaction ->
                heldCalls
                    .requireOnTheLine(transaction, call, epoch, agent)
                    .chain(
                        held -> incidents.warn(transaction, call, epoch, agent, clock.instant())))
        .invoke(at -> LOG.infof("Warning given, call=%s epoch=%d agent=%s", call, epoch, agent));
  }
}
