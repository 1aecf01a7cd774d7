package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.Pause;
import io.aftercare.followup.programme.ShelveProgrammes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Lets a programme rest: its calls are kept and go on being planned, and none can be claimed. */
@ApplicationScoped
class PauseProgramme {

  private static final Logger LOG = Logger.getLogger(PauseProgramme.class);

  private final ShelveProgrammes shelves;
  private final Editions editions;
  private final Clock clock;

  PauseProgramme(ShelveProgrammes shelves, Editions editions, Clock clock) {
    this.shelves = shelves;
    this.editions = editions;
    this.clock = clock;
  }

  /**
   * Pauses it; one that rests goes on resting.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     programme
   */
  Uni<Void> pause(String key, String who) {
    return shelves.change(
        session ->
            editions
                .of(session, key)
                .invoke(known -> require(known, key))
                .chain(() -> editions.pause(session, key))
                .chain(
                    rests ->
                        rests == null ? pause(session, key, who) : Uni.createFrom().voidItem()));
  }

  private static void require(List<Edition> known, String key) {
    if (known.isEmpty()) {
      throw DraftProblems.noSuchProgramme(key);
    }
  }

  private Uni<Void> pause(Mutiny.Session session, String key, String who) {
    LOG.infof("Programme paused, programme=%s who=%s", key, who);
    return session.persistAll(
        new Pause(key, clock.instant(), who),
        new Action(key, null, "paused", who, clock.instant()));
  }
}
