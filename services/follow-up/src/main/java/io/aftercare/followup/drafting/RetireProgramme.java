package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.ShelveProgrammes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Takes a programme out of force: sales make no contact by it any more. Calls that are planned are
 * still made, until they are planned anew.
 */
@ApplicationScoped
class RetireProgramme {

  private static final Logger LOG = Logger.getLogger(RetireProgramme.class);

  private final ShelveProgrammes shelves;
  private final Editions editions;
  private final Clock clock;

  RetireProgramme(ShelveProgrammes shelves, Editions editions, Clock clock) {
    this.shelves = shelves;
    this.editions = editions;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     programme, 409 when it is not in force
   */
  Uni<Void> retire(String key, String who) {
    return shelves.change(
        session -> editions.of(session, key).chain(known -> retire(session, known, key, who)));
  }

  private Uni<Void> retire(Mutiny.Session session, List<Edition> known, String key, String who) {
    if (known.isEmpty()) {
      throw DraftProblems.noSuchProgramme(key);
    }
    List<Edition> inForce =
        known.stream().filter(edition -> edition.state().equals(Edition.PUBLISHED)).toList();
    if (inForce.isEmpty()) {
      throw DraftProblems.notInForce(key);
    }
    inForce.forEach(edition -> edition.retire(clock.instant()));
    LOG.infof("Programme retired, programme=%s who=%s", key, who);
    return session.persist(new Action(key, null, "retired", who, clock.instant()));
  }
}
