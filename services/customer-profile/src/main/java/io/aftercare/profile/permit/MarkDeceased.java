package io.aftercare.profile.permit;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.customer.CustomerEvents;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Notes that a customer has died, so that nobody asks for them again. */
@ApplicationScoped
class MarkDeceased {

  private static final Logger LOG = Logger.getLogger(MarkDeceased.class);

  private final Outbox outbox;
  private final Customers customers;
  private final Clock clock;

  MarkDeceased(Outbox outbox, Customers customers, Clock clock) {
    this.outbox = outbox;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * Completes once it is committed; said again, it changes nothing.
   *
   * @param call in which it was heard
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such customer
   */
  Uni<Void> mark(UUID customer, UUID call) {
    return outbox
        .inSession(
            session ->
                customers
                    .lock(session, customer, new Reach.Chain())
                    .call(file -> mark(session, file, call)))
        .replaceWithVoid();
  }

  private Uni<Void> mark(Mutiny.Session session, CustomerFile file, UUID call) {
    if (!file.die()) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof("Customer deceased, customer=%s call=%s", file.customer().id(), call);
    return outbox.append(session, List.of(CustomerEvents.changed(file, Instant.now(clock))));
  }
}
