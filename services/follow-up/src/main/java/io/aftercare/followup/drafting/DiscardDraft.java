package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.ShelveProgrammes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Throws a draft away; what is in force stays as it is. */
@ApplicationScoped
class DiscardDraft {

  private final ShelveProgrammes shelves;
  private final Editions editions;
  private final Clock clock;

  DiscardDraft(ShelveProgrammes shelves, Editions editions, Clock clock) {
    this.shelves = shelves;
    this.editions = editions;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Void> discard(String key, String who) {
    return shelves.change(
        session ->
            editions
                .draft(session, key)
                .onItem()
                .ifNull()
                .failWith(() -> DraftProblems.noDraft(key))
                .call(session::remove)
                .chain(
                    draft ->
                        session.persist(
                            new Action(key, draft.version(), "discarded", who, clock.instant()))));
  }
}
