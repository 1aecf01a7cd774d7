package io.aftercare.profile.customer;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Changes one part of a file for somebody who sees the file by it. */
@ApplicationScoped
public class EditCustomer {

  private final Scoped scoped;
  private final Outbox outbox;
  private final Customers customers;
  private final Vault vault;
  private final Clock clock;

  EditCustomer(Scoped scoped, Outbox outbox, Customers customers, Vault vault, Clock clock) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.customers = customers;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The file as it then stands. What is on file already changes nothing, whatever version was
   * edited, so that an edit may be sent again.
   *
   * @param edited the version that was edited; absent where the edit stands whatever was there
   * @param change changes the file, and returns false when it had nothing to change
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach; 412 changed
   *     meanwhile
   */
  public Uni<Profile> edit(
      UUID id,
      @Nullable Long edited,
      Predicate<CustomerFile> change,
      Reach reach,
      Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .lock(session, id, reach)
                .call(file -> customers.open(session, List.of(file), reading))
                .call(file -> apply(session, file, edited, change))
                .map(file -> file.open(vault)));
  }

  private Uni<Void> apply(
      Mutiny.Session session,
      CustomerFile file,
      @Nullable Long edited,
      Predicate<CustomerFile> change) {
    long before = file.customer().edition();
    if (!change.test(file)) {
      return Uni.createFrom().voidItem();
    }
    if (edited != null && edited != before) {
      // The failure takes the change back.
      return Uni.createFrom().failure(CustomerProblems.changedMeanwhile(file.customer().id()));
    }
    return outbox.append(session, List.of(CustomerEvents.changed(file, Instant.now(clock))));
  }
}
