package io.aftercare.profile.consent;

import io.aftercare.profile.customer.ChangeCustomer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps a customer's word not to be called again. Whoever asked is told so only after it is
 * committed.
 */
@ApplicationScoped
class DoNotCall {

  private static final Logger LOG = Logger.getLogger(DoNotCall.class);

  private final ChangeCustomer changeCustomer;
  private final Clock clock;

  DoNotCall(ChangeCustomer changeCustomer, Clock clock) {
    this.changeCustomer = changeCustomer;
    this.clock = clock;
  }

  /**
   * Completes once every later permit will be refused; said again, it changes nothing.
   *
   * @param call in which the customer said so
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<Void> keep(UUID customer, UUID call) {
    return changeCustomer
        .change(customer, file -> file.stopCalls(call, clock.instant()))
        .invoke(
            changed -> {
              if (changed) {
                LOG.infof("Do not call, customer=%s call=%s", customer, call);
              }
            })
        .replaceWithVoid();
  }
}
