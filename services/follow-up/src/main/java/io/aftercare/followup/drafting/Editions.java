package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Action;
import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.Pause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** All editions of programmes, drafts among them, and what was done to them. */
@ApplicationScoped
class Editions {

  /** Of one programme, oldest first. */
  Uni<List<Edition>> of(Mutiny.Session session, String key) {
    return session
        .createQuery("from Edition where key = :key order by version", Edition.class)
        .setParameter("key", key)
        .getResultList();
  }

  Uni<@Nullable Edition> draft(Mutiny.Session session, String key) {
    return session
        .createQuery("from Edition where key = :key and state = 'draft'", Edition.class)
        .setParameter("key", key)
        .getSingleResultOrNull();
  }

  Uni<@Nullable Pause> pause(Mutiny.Session session, String key) {
    return session.find(Pause.class, key);
  }

  /** What was done to it, newest first. */
  Uni<List<Action>> actions(Mutiny.Session session, String key, int most) {
    return session
        .createQuery("from Action where key = :key order by at desc, id desc", Action.class)
        .setParameter("key", key)
        .setMaxResults(most)
        .getResultList();
  }
}
