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
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Puts other particulars in place of a customer's present ones. Answers of consent and allergies
 * stay as they are.
 */
@ApplicationScoped
class CorrectCustomer {

  private static final Logger LOG = Logger.getLogger(CorrectCustomer.class);

  private final Scoped scoped;
  private final Outbox outbox;
  private final Customers customers;
  private final Vault vault;
  private final Marks marks;
  private final Clock clock;

  CorrectCustomer(
      Scoped scoped, Outbox outbox, Customers customers, Vault vault, Marks marks, Clock clock) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.customers = customers;
    this.vault = vault;
    this.marks = marks;
    this.clock = clock;
  }

  /**
   * The file as it then stands. Particulars that are on file already change nothing, whatever
   * version was edited, so that a correction may be sent again.
   *
   * @param edited the version that was edited
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach; 412 changed
   *     meanwhile
   */
  Uni<Profile> correct(
      UUID id, long edited, Particulars particulars, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .lock(session, id, reach)
                .chain(
                    file ->
                        customers
                            .open(session, List.of(file), reading)
                            .map(List::getFirst)
                            .chain(
                                now ->
                                    correct(session, file, now, edited, kept(now, particulars)))));
  }

  /** Allergies are not corrected with the rest, and none is lost by it. */
  private static Particulars kept(Profile now, Particulars particulars) {
    return particulars.bearing(now.person().allergies());
  }

  private Uni<Profile> correct(
      Mutiny.Session session,
      CustomerFile file,
      Profile now,
      long edited,
      Particulars particulars) {
    if (now.particulars().equals(particulars)) {
      return Uni.createFrom().item(now);
    }
    if (now.version() != edited) {
      return Uni.createFrom().failure(CustomerProblems.changedMeanwhile(now.id()));
    }
    Instant at = Instant.now(clock);
    CustomerFile corrected = file.corrected(particulars, at, vault, marks);
    return session
        .removeAll(rows(file))
        .chain(() -> session.persistAll(rows(corrected)))
        .chain(() -> outbox.append(session, List.of(CustomerEvents.changed(corrected, at))))
        .map(appended -> corrected.open(vault))
        .invoke(
            after ->
                LOG.infof(
                    "Customer corrected, customer=%s version=%d", after.id(), after.version()));
  }

  private static Object[] rows(CustomerFile file) {
    return Stream.concat(file.phones().stream(), file.caregivers().stream()).toArray();
  }
}
