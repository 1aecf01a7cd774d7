package io.aftercare.followup.holdout;

import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** From now on everybody is called again. Who was held out before stays told so. */
@ApplicationScoped
class EndExperiment {

  private static final Logger LOG = Logger.getLogger(EndExperiment.class);

  private final Mutiny.SessionFactory sessions;
  private final Experiments experiments;
  private final Clock clock;

  EndExperiment(Mutiny.SessionFactory sessions, Experiments experiments, Clock clock) {
    this.sessions = sessions;
    this.experiments = experiments;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when it was never approved
   */
  Uni<Experiment> end(String name, String who) {
    return sessions
        .withTransaction(
            session ->
                session
                    .find(Experiment.class, name, LockModeType.PESSIMISTIC_WRITE)
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.notFound("experiment", name))
                    .invoke(known -> known.end(who, clock.instant())))
        .invoke(() -> LOG.infof("Experiment ended, experiment=%s who=%s", name, who))
        .call(() -> experiments.look());
  }
}
