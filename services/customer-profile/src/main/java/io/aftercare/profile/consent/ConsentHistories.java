package io.aftercare.profile.consent;

import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What customers ever answered, with what proves it; opened for a {@link Reading} only. */
@ApplicationScoped
class ConsentHistories {

  private final Scoped scoped;
  private final Customers customers;
  private final AuditTrail audit;
  private final Vault vault;

  ConsentHistories(Scoped scoped, Customers customers, AuditTrail audit, Vault vault) {
    this.scoped = scoped;
    this.customers = customers;
    this.audit = audit;
    this.vault = vault;
  }

  /**
   * The whole history.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer within reach
   */
  Uni<ConsentHistory> read(UUID customer, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .find(session, customer, reach)
                .call(found -> audit.record(session, reading, List.of(customer)))
                .map(file -> ConsentHistory.of(file, file.customer().safe(vault))));
  }
}
