package io.aftercare.followup.holdout;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** All experiments; those that run are held in memory, because every new contact asks for them. */
@ApplicationScoped
public class Experiments {

  private final Mutiny.SessionFactory sessions;

  /** Shares in percent, by name. */
  private volatile Map<String, Integer> running = Map.of();

  Experiments(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Before the first contact is planned. */
  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
      throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::look);
  }

  /**
   * Where the customer stands.
   *
   * @param experiment absent where there is none
   * @return absent while the experiment does not run
   */
  public @Nullable Arm arm(@Nullable String experiment, UUID customer) {
    Integer share = experiment == null ? null : running.get(experiment);
    return experiment == null || share == null
        ? null
        : Arm.of(experiment, Arms.heldOut(experiment, customer, share));
  }

  /** Looks what runs; another instance may have approved or ended one. */
  @Scheduled(
      every = "${aftercare.programmes.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return sessions
        .withSession(this::all)
        .invoke(
            all ->
                running =
                    all.stream()
                        .filter(Experiment::runs)
                        .collect(
                            Collectors.toUnmodifiableMap(
                                Experiment::name, Experiment::sharePercent)))
        .replaceWithVoid();
  }

  Uni<List<Experiment>> all(Mutiny.Session session) {
    return session.createQuery("from Experiment order by name", Experiment.class).getResultList();
  }
}
