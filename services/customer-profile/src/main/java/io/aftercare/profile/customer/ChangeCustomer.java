package io.aftercare.profile.customer;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes one sealed file under its lock, and tells the house when something is different. */
@ApplicationScoped
public class ChangeCustomer {

  private final Scoped scoped;
  private final Outbox outbox;
  private final Customers customers;
  private final Clock clock;

  ChangeCustomer(Scoped scoped, Outbox outbox, Customers customers, Clock clock) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * Completes once the change is committed; says whether there was one.
   *
   * @param change changes the file, and returns false when it had nothing to change
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  public Uni<Boolean> change(UUID customer, Predicate<CustomerFile> change) {
    return scoped.inSession(
        new Reach.House(),
        session ->
            owner(session, customer)
                .chain(owner -> customers.lock(session, owner, new Reach.House()))
                .chain(
                    file ->
                        change.test(file)
                            ? tell(session, file).replaceWith(true)
                            : Uni.createFrom().item(false)));
  }

  /** What is heard of a merged customer is the survivor's. */
  private Uni<UUID> owner(Mutiny.Session session, UUID customer) {
    return customers
        .find(session, customer, new Reach.House())
        .map(file -> file.customer().mergedInto())
        .map(survivor -> survivor == null ? customer : survivor);
  }

  private Uni<Void> tell(Mutiny.Session session, CustomerFile file) {
    return outbox.append(session, List.of(CustomerEvents.changed(file, Instant.now(clock))));
  }
}
