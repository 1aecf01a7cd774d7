package io.aftercare.profile.campaign;

import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.aftercare.profile.care.Audience;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens a campaign; the next sweep makes its first offers. */
@ApplicationScoped
class OpenCampaign {

  private static final Logger LOG = Logger.getLogger(OpenCampaign.class);

  /** A longer one is a habit, and habits are looked at again once a year. */
  private static final int MOST_DAYS = 366;

  /**
   * What is offered to whom, and when.
   *
   * @param messageKey names the words in which it is offered
   * @param storeId the store's own customers alone
   * @param ageFrom years; the youngest
   * @param ageBelow years; the first who is too old
   * @param segment name of a published one; who is in it on the day alone
   * @param startsOn first day, in each customer's own zone
   * @param endsOn last day
   */
  record NewCampaign(
      @NotNull Campaign.Kind kind,
      @NotNull
          @Pattern(
              regexp = "[a-z0-9]{1,30}([.-][a-z0-9]{1,30}){0,5}",
              message = "must be a key, such as season.influenza")
          String messageKey,
      @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be a store's id")
          String storeId,
      @Nullable @Min(0) @Max(130) Integer ageFrom,
      @Nullable @Min(1) @Max(130) Integer ageBelow,
      @Nullable @Size(max = 64) String segment,
      Consent.@Nullable Channel channel,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn) {}

  private final Scoped scoped;
  private final Campaigns campaigns;
  private final Audience audience;
  private final Clock clock;

  OpenCampaign(Scoped scoped, Campaigns campaigns, Audience audience, Clock clock) {
    this.scoped = scoped;
    this.campaigns = campaigns;
    this.audience = audience;
    this.clock = clock;
  }

  /**
   * The campaign.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when its days or ages make no sense, or
   *     nobody knows the segment
   */
  Uni<Campaign> open(NewCampaign asked, String by) {
    check(asked);
    Campaign campaign =
        new Campaign(
            Ids.next(),
            asked.kind(),
            asked.messageKey(),
            asked.storeId(),
            asked.ageFrom(),
            asked.ageBelow(),
            asked.segment(),
            asked.channel(),
            asked.startsOn(),
            asked.endsOn(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null);
    return scoped
        .inTransaction(
            new Reach.Chain(),
            transaction ->
                audience
                    .refuseUnknown(transaction, asked.segment())
                    .chain(() -> campaigns.add(transaction, campaign, by)))
        .invoke(
            () -> LOG.infof("Campaign opened, campaign=%s kind=%s", campaign.id(), campaign.kind()))
        .replaceWith(campaign);
  }

  private void check(NewCampaign asked) {
    List<Violation> wrong = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (asked.endsOn().isBefore(today.minusDays(1))) {
      wrong.add(Violation.In.body.field("endsOn").message("must not be past"));
    }
    if (asked.endsOn().isBefore(asked.startsOn())
        || asked.endsOn().isAfter(asked.startsOn().plusDays(MOST_DAYS))) {
      wrong.add(
          Violation.In.body
              .field("endsOn")
              .message("must be startsOn or later, by at most " + MOST_DAYS + " days"));
    }
    if (asked.ageFrom() != null
        && asked.ageBelow() != null
        && asked.ageFrom() >= asked.ageBelow()) {
      wrong.add(Violation.In.body.field("ageBelow").message("must be more than ageFrom"));
    }
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
  }
}
