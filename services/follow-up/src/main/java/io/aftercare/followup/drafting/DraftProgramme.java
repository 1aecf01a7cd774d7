package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.ShelveProgrammes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes the draft of a programme's next version; there is one at a time. */
@ApplicationScoped
class DraftProgramme {

  private final ShelveProgrammes shelves;
  private final Editions editions;
  private final WrittenProgrammes written;
  private final Clock clock;

  DraftProgramme(
      ShelveProgrammes shelves, Editions editions, WrittenProgrammes written, Clock clock) {
    this.shelves = shelves;
    this.editions = editions;
    this.written = written;
    this.clock = clock;
  }

  /**
   * @param text all of it but key and version
   * @param seen the revision that somebody read before; absent where they do not care
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 with the paths of what is
   *     wrong, 412 when somebody else changed it meanwhile
   */
  Uni<Edition> draft(String key, String text, @Nullable Integer seen, String who) {
    return shelves.change(
        session ->
            editions.of(session, key).chain(known -> write(session, known, key, text, seen, who)));
  }

  private Uni<Edition> write(
      Mutiny.Session session,
      List<Edition> known,
      String key,
      String text,
      @Nullable Integer seen,
      String who) {
    Edition last = known.isEmpty() ? null : known.getLast();
    Edition draft = last != null && last.state().equals(Edition.DRAFT) ? last : null;
    if (seen != null && (draft == null || draft.revision() != seen)) {
      throw DraftProblems.draftChanged();
    }
    int next = last == null ? 1 : last.version() + 1;
    int version = draft == null ? next : draft.version();
    String definition = written.write(written.read(key, version, text));
    Action action = new Action(key, version, "drafted", who, clock.instant());
    if (draft != null) {
      draft.rewrite(definition);
      return session.persist(action).replaceWith(draft);
    }
    Edition fresh = Edition.draft(key, version, definition);
    return session.persistAll(fresh, action).replaceWith(fresh);
  }
}
