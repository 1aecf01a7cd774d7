package io.aftercare.profile.permit;

import io.aftercare.profile.customer.ChangeCustomer;
import io.aftercare.profile.customer.CustomerFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Notes that a customer has died, so that nobody asks for them again. */
@ApplicationScoped
class MarkDeceased {

  private static final Logger LOG = Logger.getLogger(MarkDeceased.class);

  private final ChangeCustomer changeCustomer;

  MarkDeceased(ChangeCustomer changeCustomer) {
    this.changeCustomer = changeCustomer;
  }

  /**
   * Completes once it is committed; said again, it changes nothing.
   *
   * @param call in which it was heard
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<Void> mark(UUID customer, UUID call) {
    return changeCustomer
        .change(customer, CustomerFile::die)
        .invoke(
            changed -> {
              if (changed) {
                LOG.infof("Customer deceased, customer=%s call=%s", customer, call);
              }
            })
        .replaceWithVoid();
  }
}
