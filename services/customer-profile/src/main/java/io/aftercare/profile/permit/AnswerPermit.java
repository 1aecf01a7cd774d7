package io.aftercare.profile.permit;

import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.permit.Permit.Reason;
import io.aftercare.profile.permit.Permit.Refused;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Answers, there and then, whether a customer may be dialled or written to. Every answer is on
 * record as a reading: of a number by the agent, of an address by the service that sends.
 */
@ApplicationScoped
class AnswerPermit {

  private static final Logger LOG = Logger.getLogger(AnswerPermit.class);

  /** What somebody wants to do. */
  sealed interface Wish {
    record Dial(Consent.Purpose purpose, Consent.Channel channel) implements Wish {}

    /**
     * @param channel any but the call
     */
    record Send(Consent.Purpose purpose, Consent.Channel channel) implements Wish {}
  }

  private final Customers customers;
  private final PermitPolicy policy;
  private final Clock clock;

  AnswerPermit(Customers customers, PermitRules rules, Clock clock) {
    this.customers = customers;
    this.policy = new PermitPolicy(rules.calledThemselvesFrom(), rules.unaskedAllows());
    this.clock = clock;
  }

  /** The permit, or the reason why there is none; a customer nobody knows is such a reason. */
  Uni<Permit> answer(UUID customer, Wish wish, Reading reading) {
    return customers
        .read(customer, new Reach.House(), reading)
        .chain(
            found ->
                found
                    .map(file -> Uni.createFrom().item(decide(file, wish)))
                    .orElseGet(() -> unopened(customer)))
        .invoke(permit -> log(customer, permit));
  }

  private Permit decide(Profile file, Wish wish) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), file.zone());
    return switch (wish) {
      case Wish.Dial(var purpose, var channel) -> policy.decide(file, purpose, channel, today);
      case Wish.Send(var purpose, var channel) ->
          policy.decideMessage(file, purpose, channel, today);
    };
  }

  /** An erased file cannot be opened, and yet the reason can be named. */
  private Uni<Permit> unopened(UUID customer) {
    return customers.status(customer).map(AnswerPermit::refusal);
  }

  private static Permit refusal(Optional<Customer.Status> status) {
    return new Refused(status.map(PermitPolicy::closed).orElse(Reason.CUSTOMER_UNKNOWN));
  }

  private static void log(UUID customer, Permit permit) {
    if (permit instanceof Refused(Reason reason)) {
      LOG.infof("Permit refused, customer=%s reason=%s", customer, reason);
    }
  }
}
