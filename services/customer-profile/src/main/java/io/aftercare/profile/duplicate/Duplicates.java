package io.aftercare.profile.duplicate;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of files that may be one person's. The database finds whom to compare, by what it can see:
 * the mark of a phone or e-mail address, or the month of birth within one store. The names are
 * compared after opening, and that is on record.
 */
@ApplicationScoped
class Duplicates {

  /** Files that share more than so many partners share a switchboard, not a person. */
  private static final int MOST_PARTNERS = 50;

  /** Each pair once: the smaller id first. */
  private static final String PAIRS =
      """
      select a.id as a, near.b from customer a cross join lateral (
        select p.other as b from (
          select q.customer_id as other from phone p join phone q on q.number_mark = p.number_mark
          where p.customer_id = a.id
          union
          select g.customer_id from phone p join caregiver g on g.phone_mark = p.number_mark
          where p.customer_id = a.id
          union
          select q.customer_id from caregiver g join phone q on q.number_mark = g.phone_mark
          where g.customer_id = a.id
          union
          select q.id from customer q where q.email_mark = a.email_mark
          union
          select b.id from customer b
          where b.birth_month = a.birth_month and b.store_id is not distinct from a.store_id and b.status = 'ACTIVE'
        ) p
        join customer other on other.id = p.other and other.status = 'ACTIVE'
        where p.other <> a.id and (cast(:one as uuid) is not null or p.other > a.id)
          and not exists (select from not_duplicate n
            where n.customer_id = least(a.id, p.other) and n.other_id = greatest(a.id, p.other))
        order by p.other limit :partners
      ) near
      where a.status = 'ACTIVE' and (cast(:one as uuid) is null or a.id = :one) and a.id > :after
      order by a.id, near.b limit :most
      """;

  private static final UUID FIRST = new UUID(0, 0);

  /** Two files, and how alike they are. */
  record Pair(Profile one, Profile other, Likeness likeness) {}

  /**
   * What was found among some.
   *
   * @param pairs worth a look, the likest first
   * @param next where to go on; absent at the end
   */
  record Found(List<Pair> pairs, @Nullable UUID next) {}

  private record Ids(UUID a, UUID b) {}

  private final Scoped scoped;
  private final Customers customers;

  Duplicates(Scoped scoped, Customers customers) {
    this.scoped = scoped;
    this.customers = customers;
  }

  /**
   * Those who may be the same as this customer.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<List<Pair>> of(UUID customer, Reading reading) {
    return scoped.inSession(
        new Reach.Chain(),
        session ->
            customers
                .find(session, customer, new Reach.Chain())
                .chain(file -> pairs(session, customer, FIRST, MOST_PARTNERS))
                .chain(pairs -> compare(session, pairs, reading)));
  }

  /** Goes through the chain's customers, so many pairs at a time. */
  Uni<Found> after(@Nullable UUID place, int most, Reading reading) {
    return scoped.inSession(
        new Reach.Chain(),
        session ->
            pairs(session, null, place == null ? FIRST : place, most)
                .chain(
                    pairs ->
                        compare(session, pairs, reading)
                            .map(found -> new Found(found, next(pairs, most)))));
  }

  /** The last customer's pairs may be cut off: they come again, whole, with the next page. */
  private static @Nullable UUID next(List<Ids> pairs, int most) {
    if (pairs.size() < most) {
      return null;
    }
    UUID last = pairs.getLast().a();
    return pairs.reversed().stream()
        .map(Ids::a)
        .filter(a -> !a.equals(last))
        .findFirst()
        .orElse(last);
  }

  /**
   * Two files side by side.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when either is none, or
   *     was merged or erased
   */
  Uni<Pair> between(UUID one, UUID other, Reading reading) {
    return scoped
        .inSession(
            new Reach.Chain(),
            session -> compareAll(session, List.of(new Ids(one, other)), reading))
        .map(
            pairs -> {
              if (pairs.isEmpty()) {
                throw Problems.notFound("pair of customers", one + " and " + other);
              }
              return pairs.getFirst();
            });
  }

  private static Uni<List<Ids>> pairs(
      Mutiny.Session session, @Nullable UUID one, UUID after, int most) {
    return session
        .createNativeQuery(PAIRS, Object[].class)
        .setParameter("one", one)
        .setParameter("after", after)
        .setParameter("partners", MOST_PARTNERS)
        .setParameter("most", most)
        .getResultList()
        .map(rows -> rows.stream().map(row -> new Ids((UUID) row[0], (UUID) row[1])).toList());
  }

  private Uni<List<Pair>> compare(Mutiny.Session session, List<Ids> pairs, Reading reading) {
    return compareAll(session, pairs, reading)
        .map(
            compared ->
                compared.stream()
                    .filter(pair -> pair.likeness().score() >= Likeness.WORTH_A_LOOK)
                    .sorted(Comparator.comparing((Pair pair) -> pair.likeness().score()).reversed())
                    .toList());
  }

  private Uni<List<Pair>> compareAll(Mutiny.Session session, List<Ids> pairs, Reading reading) {
    Set<UUID> ids = new HashSet<>();
    pairs.forEach(
        pair -> {
          ids.add(pair.a());
          ids.add(pair.b());
        });
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return customers
        .load(session, ids, new Reach.Chain())
        .chain(files -> customers.open(session, files, reading))
        .map(profiles -> compared(pairs, profiles));
  }

  private static List<Pair> compared(List<Ids> pairs, List<Profile> profiles) {
    Map<UUID, Profile> byId =
        profiles.stream().collect(Collectors.toMap(Profile::id, Function.identity()));
    return pairs.stream()
        .filter(pair -> byId.containsKey(pair.a()) && byId.containsKey(pair.b()))
        .map(
            pair -> {
              Profile one = byId.get(pair.a());
              Profile other = byId.get(pair.b());
              return new Pair(one, other, Likeness.of(one, other));
            })
        .toList();
  }
}
