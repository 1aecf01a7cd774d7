package io.aftercare.followup.agent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says that somebody takes calls, has a break or wraps up; what was before stays on record. */
@ApplicationScoped
class SayPresence {

  private static final Logger LOG = Logger.getLogger(SayPresence.class);

  private final Presences presences;
  private final Clock clock;

  SayPresence(Presences presences, Clock clock) {
    this.presences = presences;
    this.clock = clock;
  }

  /**
   * @param reason with a break and only then
   */
  Uni<Presences.Said> say(String agent, Presence state, @Nullable BreakReason reason) {
    return presences
        .begin(agent, state, reason, clock.instant())
        .map(
            said ->
                said.orElseThrow(() -> new IllegalStateException("Said, and not there: " + agent)))
        .invoke(said -> LOG.infof("Agent is %s, agent=%s", said.state().key(), agent));
  }
}
