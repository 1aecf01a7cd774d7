package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.ShelveProgrammes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Puts a draft in force, for good: from now on sales make contacts by it. Calls that are planned
 * stay with the version that made them until they are planned anew.
 */
@ApplicationScoped
class PublishDraft {

  private static final Logger LOG = Logger.getLogger(PublishDraft.class);

  private final ShelveProgrammes shelves;
  private final Editions editions;
  private final Clock clock;

  PublishDraft(ShelveProgrammes shelves, Editions editions, Clock clock) {
    this.shelves = shelves;
    this.editions = editions;
    this.clock = clock;
  }

  /**
   * @param revision of the draft that was looked at and tried out
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no draft,
   *     412 when it is another one by now
   */
  Uni<Edition> publish(String key, int revision, String who) {
    return shelves.change(
        session ->
            editions
                .draft(session, key)
                .onItem()
                .ifNull()
                .failWith(() -> DraftProblems.noDraft(key))
                .call(draft -> publish(session, draft, revision, who)));
  }

  private Uni<Void> publish(Mutiny.Session session, Edition draft, int revision, String who) {
    if (draft.revision() != revision) {
      throw DraftProblems.draftChanged();
    }
    draft.publish(clock.instant());
    LOG.infof(
        "Programme published, programme=%s version=%d who=%s", draft.key(), draft.version(), who);
    return session.persist(
        new Action(draft.key(), draft.version(), "published", who, clock.instant()));
  }
}
