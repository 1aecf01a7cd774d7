package io.aftercare.profile.customer;

import static java.util.stream.Collectors.joining;

import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.ChainPolicy;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose phone somebody has: their own, their family's, and the people they care for; or whose
 * e-mail address somebody tells. A store that finds a customer of another store has met them, and
 * sees their file for a while.
 */
@ApplicationScoped
class FindCustomers {

  /** More people than this do not share a number; whoever owns it will say which one they are. */
  private static final int MOST = 50;

  /** Whose number it was once, or who once cared for somebody, is shown nobody's file. */
  private static final String HOLDERS_OF_PHONE =
      """
      select p.customer_id from phone p join customer c on c.id = p.customer_id
      where p.number_mark = decode(:mark, 'hex') and not p.wrong
        and cast(cast(:now as timestamptz) at time zone c.zone as date)
          between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity')
      union
      select g.customer_id from caregiver g join customer c on c.id = g.customer_id
      where g.phone_mark = decode(:mark, 'hex') and not g.phone_wrong
        and cast(cast(:now as timestamptz) at time zone c.zone as date)
          between coalesce(g.valid_from, '-infinity') and coalesce(g.valid_to, 'infinity')
      """;

  private static final String HOLDERS_OF_EMAIL =
      "select id from customer where email_mark = decode(:mark, 'hex')";

  /** It returns something for the reason that the audit trail's statement does. */
  private static final String MEET =
      """
      insert into acquaintance (customer_id, store_id, until)
      select c.id, :store, :until from customer c
      where c.id = any(cast(string_to_array(:ids, ',') as uuid[])) and c.store_id is distinct from :store
        and c.status not in ('ERASED', 'MERGED')
      order by c.id
      on conflict (customer_id, store_id) do update set until = excluded.until
      returning customer_id
      """;

  /**
   * @param caregiver whose phone it is, when it is not the customer's own
   */
  record Found(Profile profile, Profile.@Nullable KnownCaregiver caregiver) {}

  /** What somebody tells to be found by. */
  sealed interface Sought {

    /**
     * @param number E.164
     */
    record ByPhone(String number) implements Sought {}

    record ByEmail(String address) implements Sought {}
  }

  private final Scoped scoped;
  private final Customers customers;
  private final Marks marks;
  private final ChainPolicy policy;
  private final Clock clock;

  FindCustomers(Scoped scoped, Customers customers, Marks marks, ChainPolicy policy, Clock clock) {
    this.scoped = scoped;
    this.customers = customers;
    this.marks = marks;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * All customers of this phone or address within reach. The phone book is the house's; files are
   * read as far as the reach goes.
   */
  Uni<List<Found>> find(Sought sought, Reach reach, Reading reading) {
    return scoped.inSession(
        new Reach.House(),
        session ->
            holders(session, sought)
                .call(ids -> meet(session, ids, reach))
                .call(() -> scoped.narrow(session, reach))
                .chain(ids -> customers.load(session, ids, reach))
                .chain(files -> customers.open(session, files, reading))
                .map(profiles -> match(profiles, sought, clock.instant())));
  }

  private Uni<List<UUID>> holders(Mutiny.Session session, Sought sought) {
    var query =
        switch (sought) {
          case Sought.ByPhone(String number) ->
              session
                  .createNativeQuery(HOLDERS_OF_PHONE, UUID.class)
                  .setParameter("mark", HexFormat.of().formatHex(marks.ofPhone(number)))
                  .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC));
          case Sought.ByEmail(String address) ->
              session
                  .createNativeQuery(HOLDERS_OF_EMAIL, UUID.class)
                  .setParameter("mark", HexFormat.of().formatHex(marks.ofEmail(address)));
        };
    return query.setMaxResults(MOST).getResultList();
  }

  /** Where stores may not look each other's customers up, they do not meet. */
  private Uni<List<UUID>> meet(Mutiny.Session session, List<UUID> holders, Reach reach) {
    if (holders.isEmpty()
        || policy.lookUp() == ChainPolicy.LookUp.STORE
        || !(reach instanceof Reach.Store(String store, String _))) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createNativeQuery(MEET, UUID.class)
        .setParameter("store", store)
        .setParameter("until", clock.instant().plus(policy.acquaintance()).atOffset(ZoneOffset.UTC))
        .setParameter("ids", holders.stream().map(UUID::toString).collect(joining(",")))
        .getResultList();
  }

  /** Own phones first. */
  private static List<Found> match(List<Profile> profiles, Sought sought, Instant now) {
    return profiles.stream()
        .map(profile -> new Found(profile, caregiver(profile, sought, now)))
        .sorted(Comparator.comparing(found -> found.caregiver() != null))
        .toList();
  }

  private static Profile.@Nullable KnownCaregiver caregiver(
      Profile profile, Sought sought, Instant now) {
    if (!(sought instanceof Sought.ByPhone(String number))) {
      return null;
    }
    LocalDate today = LocalDate.ofInstant(now, profile.zone());
    if (profile.phones().stream()
        .anyMatch(phone -> phone.number().equals(number) && phone.holdsOn(today))) {
      return null;
    }
    return profile.caregivers().stream()
        .filter(carer -> carer.phone().equals(number) && carer.validity().includes(today))
        .findFirst()
        .orElse(null);
  }
}
