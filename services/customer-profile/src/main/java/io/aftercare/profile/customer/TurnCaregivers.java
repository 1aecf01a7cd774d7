package io.aftercare.profile.customer;

import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the house when a day comes on which somebody begins or ceases to care for a customer: no
 * request happens then, and yet whoever plans calls must know.
 */
@ApplicationScoped
class TurnCaregivers {

  private static final Logger LOG = Logger.getLogger(TurnCaregivers.class);

  private static final int BATCH = 200;

  /** The first condition finds few by the index; the second goes by where each customer lives. */
  private static final String TURNING =
      """
      select g.customer_id from caregiver g join customer c on c.id = g.customer_id
      where g.turns_on <= :latest and g.turns_on <= cast(cast(:now as timestamptz) at time zone c.zone as date)
        and c.status <> 'ERASED'
      group by g.customer_id order by g.customer_id
      """;

  private final Scoped scoped;
  private final ChangeCustomer changeCustomer;
  private final Clock clock;

  TurnCaregivers(Scoped scoped, ChangeCustomer changeCustomer, Clock clock) {
    this.scoped = scoped;
    this.changeCustomer = changeCustomer;
    this.clock = clock;
  }

  /** Goes on until none is left whose day has come. */
  @Scheduled(
      every = "${aftercare.caregivers.turn-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> turn() {
    Instant now = clock.instant();
    return turning(now)
        .call(customers -> turn(customers, now))
        .chain(customers -> customers.size() < BATCH ? Uni.createFrom().voidItem() : turn());
  }

  private Uni<List<UUID>> turning(Instant now) {
    // The earliest clocks on earth are fourteen hours ahead.
    LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
    return scoped.inSession(
        new Reach.House(),
        session ->
            session
                .createNativeQuery(TURNING, UUID.class)
                .setParameter("latest", latest)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setMaxResults(BATCH)
                .getResultList());
  }

  private Uni<Void> turn(List<UUID> customers, Instant now) {
    return Multi.createFrom()
        .iterable(customers)
        .onItem()
        .transformToUniAndConcatenate(
            id ->
                changeCustomer
                    .change(id, file -> file.turnCaregivers(now))
                    .invoke(turned -> LOG.infof("Caregivers turned, customer=%s", id)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
