package io.aftercare.profile.campaign;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.care.CareOffers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Stops a campaign, and takes back what nobody has answered yet. */
@ApplicationScoped
class StopCampaign {

  private static final Logger LOG = Logger.getLogger(StopCampaign.class);

  private final Scoped scoped;
  private final Campaigns campaigns;
  private final CareOffers offers;
  private final Clock clock;

  StopCampaign(Scoped scoped, Campaigns campaigns, CareOffers offers, Clock clock) {
    this.scoped = scoped;
    this.campaigns = campaigns;
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * The campaign as it then stands; stopped again, it takes back what may be left.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none
   */
  Uni<Campaign> stop(UUID id) {
    return scoped
        .inTransaction(
            new Reach.Chain(),
            transaction ->
                campaigns.stop(transaction, id, clock.instant().atOffset(ZoneOffset.UTC)))
        .map(List::stream)
        .map(found -> found.findFirst().orElseThrow(() -> Problems.notFound("campaign", id)))
        .invoke(() -> LOG.infof("Campaign stopped, campaign=%s", id))
        .call(() -> withdraw(id));
  }

  private Uni<Void> withdraw(UUID id) {
    return scoped
        .inTransaction(new Reach.House(), transaction -> offers.withdraw(transaction, id))
        .chain(taken -> taken == 0 ? Uni.createFrom().voidItem() : withdraw(id));
  }
}
