package io.aftercare.followup.programme;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Keeps the shelf of this instance as the database has it: at once after a change of its own, and
 * within moments after another instance's.
 */
@ApplicationScoped
public class ShelveProgrammes {

  private static final Logger LOG = Logger.getLogger(ShelveProgrammes.class);

  private static final String VERSION = "select version from programme_shelf";

  /** Who changes programmes waits here for who changes them already. */
  private static final String NEXT_VERSION =
      "update programme_shelf set version = version + 1 returning version";

  private final Mutiny.SessionFactory sessions;
  private final Programmes programmes;

  ShelveProgrammes(Mutiny.SessionFactory sessions, Programmes programmes) {
    this.sessions = sessions;
    this.programmes = programmes;
  }

  /** Runs a change in a transaction, one after the other, and shelves what it left. */
  public <T> Uni<T> change(Function<Mutiny.Session, Uni<T>> work) {
    return sessions
        .withTransaction(
            session ->
                session
                    .createNativeQuery(NEXT_VERSION, Long.class)
                    .getSingleResult()
                    .chain(version -> work.apply(session)))
        .call(() -> shelve());
  }

  /** Looks whether another instance changed something. */
  @Scheduled(
      every = "${aftercare.programmes.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return sessions
        .withSession(session -> session.createNativeQuery(VERSION, Long.class).getSingleResult())
        .chain(
            version ->
                version == programmes.shelfVersion() ? Uni.createFrom().voidItem() : shelve());
  }

  /** The version is read first: what comes in between is shelved now, and looked at once more. */
  private Uni<Void> shelve() {
    return sessions.withSession(
        session ->
            session
                .createNativeQuery(VERSION, Long.class)
                .getSingleResult()
                .chain(version -> shelve(session, version)));
  }

  private Uni<Void> shelve(Mutiny.Session session, long version) {
    return session
        .createQuery("from Edition", Edition.class)
        .getResultList()
        .chain(
            editions ->
                session
                    .createQuery("from Pause", Pause.class)
                    .getResultList()
                    .invoke(pauses -> programmes.replace(version, editions, pauses)))
        .invoke(() -> LOG.infof("Programmes shelved, version=%d", version))
        .replaceWithVoid();
  }
}
