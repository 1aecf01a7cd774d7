package io.aftercare.profile.permit;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.customer.CustomerEvents;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.phone.PhoneNumbers;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Notes that somebody else answers a customer's number, so that it is never dialled for them again. */
@ApplicationScoped
class MarkWrongNumber {

  private static final Logger LOG = Logger.getLogger(MarkWrongNumber.class);

  private final Outbox outbox;
  private final Customers customers;
  private final PhoneNumbers numbers;
  private final Clock clock;

  MarkWrongNumber(Outbox outbox, Customers customers, PhoneNumbers numbers, Clock clock) {
    this.outbox = outbox;
    this.customers = customers;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Completes once it is committed. A number that is not on file any more, or known to be wrong, changes nothing.
   *
   * @param number E.164, as the permit gave it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such customer
   */
  Uni<Void> mark(UUID customer, String number, UUID call) {
    return outbox
        .inSession(
            session ->
                customers
                    .lock(session, customer, new Reach.Chain())
                    .call(file -> mark(session, file, number, call)))
        .replaceWithVoid();
  }

  private Uni<Void> mark(Mutiny.Session session, CustomerFile file, String number, UUID call) {
    if (!file.markWrong(numbers.mark(number))) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof("Number found wrong, customer=%s call=%s", file.customer().id(), call);
    return outbox.append(session, List.of(CustomerEvents.changed(file, Instant.now(clock))));
  }
}
