package io.aftercare.profile.consent;

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

/** Keeps a customer's word not to be called again. Whoever asked is told so only after it is committed. */
@ApplicationScoped
class DoNotCall {

  private static final Logger LOG = Logger.getLogger(DoNotCall.class);

  private final Outbox outbox;
  private final Customers customers;
  private final Clock clock;

  DoNotCall(Outbox outbox, Customers customers, Clock clock) {
    this.outbox = outbox;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * Completes once every later permit will be refused; said again, it changes nothing.
   *
   * @param call in which the customer said so
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such customer
   */
  Uni<Void> keep(UUID customer, UUID call) {
    return outbox
        .inSession(
            session ->
                customers
                    .lock(session, customer, new Reach.Chain())
                    .call(file -> keep(session, file, call)))
        .replaceWithVoid();
  }

  private Uni<Void> keep(Mutiny.Session session, CustomerFile file, UUID call) {
    Instant now = Instant.now(clock);
    if (!file.stopCalls(call, now)) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof("Do not call, customer=%s call=%s", file.customer().id(), call);
    return outbox.append(session, List.of(CustomerEvents.changed(file, now)));
  }
}
