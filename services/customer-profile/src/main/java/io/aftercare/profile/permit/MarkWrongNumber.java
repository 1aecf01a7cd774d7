package io.aftercare.profile.permit;

import io.aftercare.profile.customer.ChangeCustomer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Notes that somebody else answers a customer's number, so that it is never dialled for them again.
 */
@ApplicationScoped
class MarkWrongNumber {

  private static final Logger LOG = Logger.getLogger(MarkWrongNumber.class);

  private final ChangeCustomer changeCustomer;

  MarkWrongNumber(ChangeCustomer changeCustomer) {
    this.changeCustomer = changeCustomer;
  }

  /**
   * Completes once it is committed. A number that is not on file any more, or known to be wrong,
   * changes nothing.
   *
   * @param mark of the number, as the permit gave it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<Void> mark(UUID customer, byte[] mark, UUID call) {
    return changeCustomer
        .change(customer, file -> file.markWrong(mark))
        .invoke(
            changed -> {
              if (changed) {
                LOG.infof("Number found wrong, customer=%s call=%s", customer, call);
              }
            })
        .replaceWithVoid();
  }
}
