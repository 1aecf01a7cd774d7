package io.aftercare.profile.consent;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.CustomerEvents;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a customer answered to one question. From the commit on, every permit goes by
 * it.
 */
@ApplicationScoped
class RecordConsent {

  private static final Logger LOG = Logger.getLogger(RecordConsent.class);

  private final Scoped scoped;
  private final Outbox outbox;
  private final Customers customers;
  private final Vault vault;
  private final Clock clock;

  RecordConsent(Scoped scoped, Outbox outbox, Customers customers, Vault vault, Clock clock) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.customers = customers;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The file with the answer. The same answer again changes nothing.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer within reach
   */
  Uni<Profile> record(UUID customer, Consent.Answer answer, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .lock(session, customer, reach)
                .call(file -> add(session, file, answer, reading.who()))
                .chain(file -> customers.open(session, List.of(file), reading))
                .map(List::getFirst));
  }

  /** Adds the answer to a file that is locked in this session, and tells of it. */
  Uni<Void> add(
      Mutiny.Session session, CustomerFile file, Consent.Answer answer, String recordedBy) {
    Instant now = Instant.now(clock);
    @Nullable Consent added = file.answer(answer, now, recordedBy, vault);
    if (added == null) {
      return Uni.createFrom().voidItem();
    }
    LOG.infof(
        "Consent recorded, customer=%s purpose=%s channel=%s state=%s",
        file.customer().id(), answer.purpose(), answer.channel(), answer.state());
    return session
        .persist(added)
        .chain(() -> outbox.append(session, List.of(CustomerEvents.consentChanged(file, now))));
  }
}
