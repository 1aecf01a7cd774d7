package io.aftercare.profile.customer;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts what a customer said of allergies in place of what was on file. */
@ApplicationScoped
class RecordAllergies {

  /**
   * What the customer does not bear.
   *
   * @param allergies all that are known; none where the customer said there are none
   */
  record Allergies(@NotNull @Size(max = 50) List<@NotNull @Valid Allergy> allergies) {}

  private final Scoped scoped;
  private final Outbox outbox;
  private final Customers customers;
  private final Vault vault;
  private final Clock clock;

  RecordAllergies(Scoped scoped, Outbox outbox, Customers customers, Vault vault, Clock clock) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.customers = customers;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The file as it then stands; what is on file already changes nothing.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach
   */
  Uni<Profile> record(UUID id, Allergies said, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .lock(session, id, reach)
                .call(file -> customers.open(session, List.of(file), reading))
                .call(file -> note(session, file, said.allergies()))
                .map(file -> file.open(vault)));
  }

  private Uni<Void> note(Mutiny.Session session, CustomerFile file, List<Allergy> said) {
    if (!file.noteAllergies(said, vault)) {
      return Uni.createFrom().voidItem();
    }
    return outbox.append(session, List.of(CustomerEvents.changed(file, Instant.now(clock))));
  }
}
