package io.aftercare.followup.holdout;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A clinical lead answers for leaving a share of customers uncalled: from now on it is done. */
@ApplicationScoped
class ApproveExperiment {

  private static final Logger LOG = Logger.getLogger(ApproveExperiment.class);

  private final Mutiny.SessionFactory sessions;
  private final Experiments experiments;
  private final Clock clock;

  ApproveExperiment(Mutiny.SessionFactory sessions, Experiments experiments, Clock clock) {
    this.sessions = sessions;
    this.experiments = experiments;
    this.clock = clock;
  }

  Uni<Experiment> approve(String name, int sharePercent, String who) {
    return sessions
        .withTransaction(
            session ->
                session
                    .find(Experiment.class, name, LockModeType.PESSIMISTIC_WRITE)
                    .chain(known -> approve(session, known, name, sharePercent, who)))
        .call(() -> experiments.look());
  }

  private Uni<Experiment> approve(
      Mutiny.Session session, @Nullable Experiment known, String name, int share, String who) {
    LOG.infof("Experiment approved, experiment=%s percent=%d who=%s", name, share, who);
    if (known == null) {
      Experiment fresh = new Experiment(name, share, who, clock.instant());
      return session.persist(fresh).replaceWith(fresh);
    }
    known.approve(share, who, clock.instant());
    return Uni.createFrom().item(known);
  }
}
