package io.aftercare.profile.duplicate;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.customer.JoinFiles;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Makes two files of one again, as they were before; what was said since is kept. */
@ApplicationScoped
class UndoMerge {

  private static final Logger LOG = Logger.getLogger(UndoMerge.class);

  private final Scoped scoped;
  private final Customers customers;
  private final JoinFiles joinFiles;
  private final AuditTrail audit;
  private final Clock clock;

  UndoMerge(
      Scoped scoped, Customers customers, JoinFiles joinFiles, AuditTrail audit, Clock clock) {
    this.scoped = scoped;
    this.customers = customers;
    this.joinFiles = joinFiles;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The merge as it then stands; undone again, nothing changes.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none; 409
   *     when its time is over, or the survivor is no longer active
   */
  Uni<Merge> undo(UUID id, Reading reading) {
    return scoped.inSession(
        new Reach.Chain(),
        session ->
            session
                .find(Merge.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("merge", id))
                .call(
                    merge ->
                        merge.undoneAt() != null
                            ? Uni.createFrom().voidItem()
                            : undo(session, merge, reading)));
  }

  private Uni<Void> undo(Mutiny.Session session, Merge merge, Reading reading) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!now.isBefore(merge.undoUntil())) {
      throw Problems.conflict(
          "undo-too-late",
          "Merge %s could be undone until %s.".formatted(merge.id(), merge.undoUntil()));
    }
    boolean survivorFirst = merge.survivor().compareTo(merge.merged()) < 0;
    UUID first = survivorFirst ? merge.survivor() : merge.merged();
    UUID second = survivorFirst ? merge.merged() : merge.survivor();
    return customers
        .lockEvenMerged(session, first, new Reach.Chain())
        .chain(
            one ->
                customers
                    .lockEvenMerged(session, second, new Reach.Chain())
                    .call(
                        other ->
                            audit.record(
                                session, reading, List.of(merge.survivor(), merge.merged())))
                    .chain(
                        other ->
                            survivorFirst
                                ? separate(session, merge, one, other, reading.who())
                                : separate(session, merge, other, one, reading.who())))
        .invoke(() -> merge.undo(now, reading.who()))
        .invoke(() -> LOG.infof("Merge undone, merge=%s", merge.id()));
  }

  private Uni<Void> separate(
      Mutiny.Session session, Merge merge, CustomerFile survivor, CustomerFile merged, String by) {
    byte[] takeover = merge.takeover();
    if (survivor.customer().status() != Customer.Status.ACTIVE || takeover == null) {
      throw Problems.conflict(
          "customer-not-active",
          "Customer %s is no longer active; what is known of the person now is of both."
              .formatted(merge.survivor()));
    }
    return joinFiles.separate(session, survivor, merged, by, merge.keep(), takeover);
  }
}
