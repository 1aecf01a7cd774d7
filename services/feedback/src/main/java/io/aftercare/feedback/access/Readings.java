package io.aftercare.feedback.access;

import io.aftercare.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** All reads, each recorded in the reading transaction itself: no record, no read. */
@ApplicationScoped
public class Readings {

  private final Clock clock;

  Readings(Clock clock) {
    this.clock = clock;
  }

  /**
   * Records one read.
   *
   * @param what which data, in the words of the endpoint, such as {@code GET /complaints}
   * @param customers whose data was read; nothing is recorded when it is nobody's
   */
  public Uni<Void> add(
      Mutiny.Session session, Caller caller, String what, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID[] people = customers.stream().distinct().toArray(UUID[]::new);
    return session.persist(
        new Reading(clock.instant(), caller.subject(), caller.store().orElse(null), what, people));
  }
}
