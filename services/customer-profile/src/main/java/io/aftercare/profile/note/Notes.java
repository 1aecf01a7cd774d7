package io.aftercare.profile.note;

import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The notes of customers, opened for a {@link Reading} only. */
@ApplicationScoped
class Notes {

  /** A note, opened. */
  record Opened(UUID id, UUID callId, String author, Instant writtenAt, String text) {}

  private static final int NEWEST = 200;

  private final Scoped scoped;
  private final Customers customers;
  private final AuditTrail audit;
  private final Vault vault;

  Notes(Scoped scoped, Customers customers, AuditTrail audit, Vault vault) {
    this.scoped = scoped;
    this.customers = customers;
    this.audit = audit;
    this.vault = vault;
  }

  /**
   * The customer's newest notes, newest first, at most 200.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer within reach
   */
  Uni<List<Opened>> read(UUID customer, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .find(session, customer, reach)
                .call(found -> audit.record(session, reading, List.of(customer)))
                .chain(
                    file -> newest(session, customer).map(notes -> open(file.customer(), notes))));
  }

  private static Uni<List<Note>> newest(Mutiny.Session session, UUID customer) {
    return session
        .createQuery(
            "from Note n where n.customerId = :customer order by n.writtenAt desc", Note.class)
        .setParameter("customer", customer)
        .setMaxResults(NEWEST)
        .getResultList();
  }

  private List<Opened> open(Customer customer, List<Note> notes) {
    Safe safe = customer.safe(vault);
    return notes.stream()
        .map(
            note ->
                new Opened(
                    note.id(), note.callId(), note.author(), note.writtenAt(), note.text(safe)))
        .toList();
  }
}
