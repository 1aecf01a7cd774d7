package io.aftercare.profile.campaign;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.profile.care.Audience;
import io.aftercare.profile.care.Audience.Member;
import io.aftercare.profile.care.CareOffer;
import io.aftercare.profile.care.CareOffers;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the customers once a day, by the date of each zone, and offers what running
 * campaigns have for that day. Looked through again, nobody is offered anything twice. Days on
 * which nobody looked are made up for, the last ones only.
 */
@ApplicationScoped
class SweepCampaigns {

  private static final Logger LOG = Logger.getLogger(SweepCampaigns.class);

  /** Customers in one transaction. */
  private static final int BATCH = 1_000;

  /** A greeting that comes later than this is none. */
  private static final int MOST_DAYS_LATE = 2;

  private static final String WHO = "customer-profile";

  private record Leg(Campaign campaign, String zone, LocalDate day) {}

  private final Scoped scoped;
  private final Campaigns campaigns;
  private final Audience audience;
  private final CareOffers offers;
  private final AccessLog accessLog;
  private final Vault vault;
  private final Clock clock;

  SweepCampaigns(
      Scoped scoped,
      Campaigns campaigns,
      Audience audience,
      CareOffers offers,
      AccessLog accessLog,
      Vault vault,
      Clock clock) {
    this.scoped = scoped;
    this.campaigns = campaigns;
    this.audience = audience;
    this.offers = offers;
    this.accessLog = accessLog;
    this.vault = vault;
    this.clock = clock;
  }

  /** Goes through every campaign, zone and day that is due. */
  @Scheduled(
      every = "${aftercare.campaign.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return scoped
        .inTransaction(new Reach.House(), this::due)
        .onItem()
        .transformToMulti(legs -> Multi.createFrom().iterable(legs))
        .onItem()
        .transformToUniAndConcatenate(leg -> walk(leg, null))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<List<Leg>> due(SqlConnection transaction) {
    LocalDate utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return campaigns
        .running(transaction, utc)
        .chain(
            running ->
                running.isEmpty()
                    ? Uni.createFrom().item(List.<Leg>of())
                    : campaigns
                        .zones(transaction)
                        .chain(zones -> legs(transaction, running, zones)));
  }

  private Uni<List<Leg>> legs(
      SqlConnection transaction, List<Campaign> running, List<String> zones) {
    return Multi.createFrom()
        .iterable(running)
        .onItem()
        .transformToUniAndConcatenate(
            campaign ->
                campaigns
                    .swept(transaction, campaign.id())
                    .map(swept -> legs(campaign, zones, swept)))
        .collect()
        .asList()
        .map(each -> each.stream().flatMap(List::stream).toList());
  }

  private List<Leg> legs(Campaign campaign, List<String> zones, Map<String, LocalDate> swept) {
    return zones.stream()
        .flatMap(
            zone -> {
              LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
              @Nullable LocalDate last = swept.get(zone);
              LocalDate earliest = today.minusDays(MOST_DAYS_LATE);
              // A campaign begins with the day on which it is opened.
              LocalDate from = last == null ? today : last.plusDays(1);
              return (from.isBefore(earliest) ? earliest : from)
                  .datesUntil(today.plusDays(1))
                  .filter(campaign::runsOn)
                  .map(day -> new Leg(campaign, zone, day));
            })
        .toList();
  }

  /** One batch after the other; the day counts as done with the last one. */
  private Uni<Void> walk(Leg leg, @Nullable UUID after) {
    return scoped
        .inTransaction(new Reach.House(), transaction -> batch(transaction, leg, after))
        .chain(
            members ->
                members.size() < BATCH
                    ? Uni.createFrom().voidItem()
                    : walk(leg, members.getLast().id()));
  }

  private Uni<List<Member>> batch(SqlConnection transaction, Leg leg, @Nullable UUID after) {
    Campaign campaign = leg.campaign();
    return audience
        .find(transaction, campaign.wanted(leg.zone(), leg.day()), after, BATCH)
        .call(members -> record(transaction, campaign, members))
        .call(members -> offer(transaction, leg, members))
        .call(
            members ->
                members.size() < BATCH
                    ? campaigns.remember(transaction, campaign.id(), leg.zone(), leg.day())
                    : Uni.createFrom().voidItem());
  }

  /** Dates of birth are opened, and that is a reading. */
  private Uni<Void> record(SqlConnection transaction, Campaign campaign, List<Member> members) {
    return campaign.kind() == Campaign.Kind.BIRTHDAY
        ? accessLog.read(
            transaction,
            WHO,
            "birthdays of campaign " + campaign.id(),
            members.stream().map(Member::id).toList())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> offer(SqlConnection transaction, Leg leg, List<Member> members) {
    List<CareOffer> due =
        members.stream()
            .flatMap(
                member ->
                    leg
                        .campaign()
                        .offer(member.id(), born(leg.campaign(), member), leg.day())
                        .stream())
            .toList();
    return offers
        .make(transaction, due)
        .invoke(
            made -> {
              if (!made.isEmpty()) {
                LOG.infof(
                    "Offers made, campaign=%s zone=%s day=%s offers=%d",
                    leg.campaign().id(), leg.zone(), leg.day(), made.size());
              }
            })
        .replaceWithVoid();
  }

  private @Nullable LocalDate born(Campaign campaign, Member member) {
    return campaign.kind() == Campaign.Kind.BIRTHDAY
        ? Customer.person(member.id(), vault.open(member.id(), member.dataKey()), member.person())
            .birthDate()
        : null;
  }
}
