package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Pause;
import io.aftercare.followup.programme.ShelveProgrammes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets a programme go on: its calls come back in the window that is open, or in their next one. */
@ApplicationScoped
class ResumeProgramme {

  private static final Logger LOG = Logger.getLogger(ResumeProgramme.class);

  private final ShelveProgrammes shelves;
  private final Editions editions;
  private final Clock clock;

  ResumeProgramme(ShelveProgrammes shelves, Editions editions, Clock clock) {
    this.shelves = shelves;
    this.editions = editions;
    this.clock = clock;
  }

  /** Resumes it; one that does not rest goes on as it did. */
  Uni<Void> resume(String key, String who) {
    return shelves.change(
        session -> editions.pause(session, key).chain(rests -> resume(session, rests, who)));
  }

  private Uni<Void> resume(Mutiny.Session session, @Nullable Pause rests, String who) {
    if (rests == null) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof("Programme resumed, programme=%s who=%s", rests.key(), who);
    return session
        .remove(rests)
        .chain(
            () -> session.persist(new Action(rests.key(), null, "resumed", who, clock.instant())));
  }
}
