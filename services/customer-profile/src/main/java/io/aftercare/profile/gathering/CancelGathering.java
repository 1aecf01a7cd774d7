package io.aftercare.profile.gathering;

import io.aftercare.profile.care.CareOffers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Calls a gathering off: whoever was asked or accepted is told. */
@ApplicationScoped
class CancelGathering {

  private static final Logger LOG = Logger.getLogger(CancelGathering.class);

  private final Scoped scoped;
  private final Gatherings gatherings;
  private final CareOffers offers;
  private final Clock clock;

  CancelGathering(Scoped scoped, Gatherings gatherings, CareOffers offers, Clock clock) {
    this.scoped = scoped;
    this.gatherings = gatherings;
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * The gathering as it then stands; called off again, it tells whoever may be left. First nobody
   * can accept any more, then the offers are taken back: each by itself, so that no answer that is
   * under way waits for us while we wait for it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Gathering> cancel(UUID id) {
    return scoped
        .inTransaction(
            new Reach.Chain(), transaction -> gatherings.cancel(transaction, id, clock.instant()))
        .invoke(() -> LOG.infof("Gathering cancelled, gathering=%s", id))
        .call(() -> withdraw(id));
  }

  private Uni<Void> withdraw(UUID id) {
    return scoped
        .inTransaction(new Reach.House(), transaction -> offers.withdraw(transaction, id))
        .chain(taken -> taken == 0 ? Uni.createFrom().voidItem() : withdraw(id));
  }
}
