package io.aftercare.profile.rights;

import io.aftercare.profile.customer.ChangeCustomer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps a customer's file and works with it no more, or does so again: no calls, no messages. */
@ApplicationScoped
class RestrictCustomer {

  private static final Logger LOG = Logger.getLogger(RestrictCustomer.class);

  private final ChangeCustomer changeCustomer;

  RestrictCustomer(ChangeCustomer changeCustomer) {
    this.changeCustomer = changeCustomer;
  }

  /**
   * Completes once every later permit goes by it; said again, it changes nothing.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<Void> restrict(UUID customer, boolean restricted) {
    return changeCustomer
        .change(customer, file -> file.restrict(restricted))
        .invoke(
            changed -> {
              if (changed) {
                LOG.infof("Customer restricted, customer=%s restricted=%s", customer, restricted);
              }
            })
        .replaceWithVoid();
  }
}
