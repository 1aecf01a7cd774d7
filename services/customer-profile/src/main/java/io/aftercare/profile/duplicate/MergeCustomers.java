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
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Makes one file of two. */
@ApplicationScoped
class MergeCustomers {

  private static final Logger LOG = Logger.getLogger(MergeCustomers.class);

  private static final String HAS_TAKEN_OVER =
      "select count(*) from Merge m where m.customerId = :id and m.undoneAt is null";

  /**
   * Which two, as they were seen.
   *
   * @param survivor stays
   * @param merged becomes the survivor's
   * @param survivorVersion the version that was looked at
   * @param mergedVersion the version that was looked at
   */
  record NewMerge(
      @NotNull UUID survivor,
      @NotNull UUID merged,
      @NotNull @Min(1) Long survivorVersion,
      @NotNull @Min(1) Long mergedVersion) {}

  private record Two(CustomerFile survivor, CustomerFile merged) {}

  private final Scoped scoped;
  private final Customers customers;
  private final JoinFiles joinFiles;
  private final AuditTrail audit;
  private final Clock clock;
  private final Duration undoWithin;

  MergeCustomers(
      Scoped scoped,
      Customers customers,
      JoinFiles joinFiles,
      AuditTrail audit,
      Clock clock,
      @ConfigProperty(name = "aftercare.duplicate.undo-within") Duration undoWithin) {
    this.scoped = scoped;
    this.customers = customers;
    this.joinFiles = joinFiles;
    this.audit = audit;
    this.clock = clock;
    this.undoWithin = undoWithin;
  }

  /**
   * The merge, which can be undone for a while.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when either is none; 409
   *     when either was merged, has taken over another, is not active, is restricted, or was
   *     changed meanwhile
   */
  Uni<Merge> merge(NewMerge asked, Reading reading) {
    if (asked.survivor().equals(asked.merged())) {
      throw Problems.invalid("merged", "is the survivor itself");
    }
    return scoped.inSession(
        new Reach.Chain(),
        session ->
            lock(session, asked)
                .invoke(two -> check(two, asked))
                .call(() -> refuseChain(session, asked.merged()))
                .call(
                    () -> audit.record(session, reading, List.of(asked.survivor(), asked.merged())))
                .chain(two -> join(session, two, reading.who())));
  }

  /** In the order of their ids, so that two merges never wait for each other. */
  private Uni<Two> lock(Mutiny.Session session, NewMerge asked) {
    boolean survivorFirst = asked.survivor().compareTo(asked.merged()) < 0;
    UUID first = survivorFirst ? asked.survivor() : asked.merged();
    UUID second = survivorFirst ? asked.merged() : asked.survivor();
    return customers
        .lockEvenMerged(session, first, new Reach.Chain())
        .chain(
            one ->
                customers
                    .lockEvenMerged(session, second, new Reach.Chain())
                    .map(other -> survivorFirst ? new Two(one, other) : new Two(other, one)));
  }

  private static void check(Two two, NewMerge asked) {
    for (CustomerFile file : List.of(two.survivor, two.merged)) {
      Customer customer = file.customer();
      if (customer.status() == Customer.Status.MERGED) {
        throw Customers.merged(customer);
      }
      if (customer.status() != Customer.Status.ACTIVE) {
        throw Problems.conflict(
            "customer-not-active",
            "Customer %s is not active; only active ones are merged.".formatted(customer.id()));
      }
      if (customer.restricted()) {
        throw Problems.conflict(
            "customer-restricted",
            "Customer %s is restricted: their file is kept, and not worked with."
                .formatted(customer.id()));
      }
    }
    if (two.survivor.customer().edition() != asked.survivorVersion()
        || two.merged.customer().edition() != asked.mergedVersion()) {
      throw Problems.conflict(
          "changed-meanwhile", "One of the two was changed meanwhile; look at both again.");
    }
  }

  private static Uni<Void> refuseChain(Mutiny.Session session, UUID merged) {
    return session
        .createQuery(HAS_TAKEN_OVER, Long.class)
        .setParameter("id", merged)
        .getSingleResult()
        .invoke(
            taken -> {
              if (taken > 0) {
                throw Problems.conflict(
                    "merge-chain",
                    "Customer %s has taken over another: let it survive, or undo that merge first."
                        .formatted(merged));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Merge> join(Mutiny.Session session, Two two, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Merge merge =
        new Merge(
            two.survivor.customer().id(),
            two.merged.customer().id(),
            now,
            by,
            now.plus(undoWithin));
    return joinFiles
        .join(session, two.survivor, two.merged, by, merge.keep())
        .chain(takeover -> session.persist(merge.keeping(takeover)))
        .invoke(
            () ->
                LOG.infof(
                    "Customers merged, merge=%s survivor=%s merged=%s",
                    merge.id(), merge.survivor(), merge.merged()))
        .replaceWith(merge);
  }
}
