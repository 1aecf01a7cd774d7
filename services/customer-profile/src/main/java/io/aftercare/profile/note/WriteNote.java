package io.aftercare.profile.note;

import io.aftercare.kit.time.Ids;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.BlindIndex;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Keeps what an agent wrote down in a call. The same words of the same call are one note, however
 * often they are sent.
 */
@ApplicationScoped
class WriteNote {

  private static final Logger LOG = Logger.getLogger(WriteNote.class);

  /**
   * @param author the subject of who wrote it
   */
  record Written(UUID callId, String author, String text) {}

  private final Scoped scoped;
  private final Customers customers;
  private final BlindIndex index;
  private final Vault vault;
  private final Clock clock;

  WriteNote(Scoped scoped, Customers customers, BlindIndex index, Vault vault, Clock clock) {
    this.scoped = scoped;
    this.customers = customers;
    this.index = index;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The note's id, new or of the first time.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<UUID> write(UUID customer, Written written) {
    byte[] mark = mark(customer, written);
    return scoped.inSession(
        new Reach.House(),
        session ->
            customers
                .lock(session, customer, new Reach.House())
                .chain(
                    file ->
                        before(session, mark)
                            .onItem()
                            .ifNull()
                            .switchTo(() -> keep(session, file.customer(), written, mark))));
  }

  private static Uni<UUID> before(Mutiny.Session session, byte[] mark) {
    return session
        .createQuery("select n.id from Note n where n.mark = :mark", UUID.class)
        .setParameter("mark", mark)
        .getSingleResultOrNull();
  }

  private Uni<UUID> keep(Mutiny.Session session, Customer customer, Written written, byte[] mark) {
    var note =
        new Note(
            Ids.next(),
            customer.id(),
            written.callId(),
            written.author(),
            Instant.now(clock),
            written.text(),
            mark,
            customer.safe(vault));
    LOG.infof("Note written, customer=%s call=%s note=%s", customer.id(), note.callId(), note.id());
    return session.persist(note).replaceWith(note.id());
  }

  private byte[] mark(UUID customer, Written written) {
    return index.mark(
        "note", customer + "/" + written.callId() + "/" + written.author() + "/" + written.text());
  }
}
