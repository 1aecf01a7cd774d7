package io.aftercare.profile.rights;

import io.aftercare.kit.time.Ids;
import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.BrokenGlass;
import io.aftercare.profile.reach.ChainPolicy;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Lets somebody open a file beyond their reach, for a while and for a reason that they write down:
 * a person stands at the counter and cannot wait. The privacy officer sees every one.
 */
@ApplicationScoped
class BreakGlass {

  private static final Logger LOG = Logger.getLogger(BreakGlass.class);

  private final Scoped scoped;
  private final Customers customers;
  private final AuditTrail audit;
  private final Vault vault;
  private final ChainPolicy policy;
  private final MeterRegistry metrics;
  private final Clock clock;

  BreakGlass(
      Scoped scoped,
      Customers customers,
      AuditTrail audit,
      Vault vault,
      ChainPolicy policy,
      MeterRegistry metrics,
      Clock clock) {
    this.scoped = scoped;
    this.customers = customers;
    this.audit = audit;
    this.vault = vault;
    this.policy = policy;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Until when the file is open to this person.
   *
   * @param reason in their own words; sealed like a note, and told to nobody but the privacy
   *     officer
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer in the chain
   */
  Uni<BrokenGlass> open(UUID customer, String reason, Reading reading) {
    return scoped
        .inSession(
            new Reach.House(),
            session ->
                customers
                    .find(session, customer, new Reach.House())
                    .map(CustomerFile::customer)
                    .chain(file -> keep(session, file, reason, reading)))
        .invoke(this::alert);
  }

  private Uni<BrokenGlass> keep(
      Mutiny.Session session, Customer customer, String reason, Reading reading) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = Ids.next();
    var glass =
        new BrokenGlass(
            id,
            customer.id(),
            reading.who(),
            reading.storeId(),
            customer.safe(vault).seal(BrokenGlass.reasonPlace(id), reason),
            now,
            now.plus(policy.brokenGlass()));
    return session
        .persist(glass)
        .call(session::flush)
        .call(() -> audit.record(session, reading, List.of(customer.id())))
        .replaceWith(glass);
  }

  private void alert(BrokenGlass glass) {
    metrics.counter("aftercare.glass.broken").increment();
    LOG.warnf(
        "Glass broken, customer=%s by=%s store=%s glass=%s until=%s",
        glass.customerId(), glass.person(), glass.storeId(), glass.id(), glass.until());
  }
}
