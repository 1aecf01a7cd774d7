package io.aftercare.profile.timeline;

import static java.util.stream.Collectors.joining;

import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Aliases;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What happened with customers, read for a {@link Reading} only. */
@ApplicationScoped
class Timeline {

  /** Of each id of the person its newest few, from the index: how many there are makes no odds. */
  static final String NEWEST =
      """
      select e.* from unnest(cast(string_to_array(:ids, ',') as uuid[])) as person (id)
      cross join lateral (
        select * from timeline_entry t
        where t.customer_id = person.id and (t.at, t.id) < (cast(:at as timestamptz), cast(:after as uuid))
          and t.kind = coalesce(cast(:kind as text), t.kind)
        order by t.at desc, t.id desc limit :limit) e
      order by e.at desc, e.id desc limit :limit
      """;

  private final Scoped scoped;
  private final Customers customers;
  private final Aliases aliases;
  private final AuditTrail audit;

  Timeline(Scoped scoped, Customers customers, Aliases aliases, AuditTrail audit) {
    this.scoped = scoped;
    this.customers = customers;
    this.aliases = aliases;
    this.audit = audit;
  }

  /**
   * Newest first, with what happened under ids that were merged into this one; one more than the
   * part holds, where there are more.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer within reach
   */
  Uni<List<KeptEntry>> read(UUID customer, TimelineQuery.Part part, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .find(session, customer, reach)
                .call(found -> audit.record(session, reading, List.of(customer)))
                .chain(found -> aliases.idsOf(session, customer))
                .chain(ids -> newest(session, ids, part)));
  }

  private static Uni<List<KeptEntry>> newest(
      Mutiny.Session session, List<UUID> ids, TimelineQuery.Part part) {
    return session
        .createNativeQuery(NEWEST, KeptEntry.class)
        .setParameter("ids", ids.stream().map(UUID::toString).collect(joining(",")))
        .setParameter("at", part.after().at().atOffset(ZoneOffset.UTC))
        .setParameter("after", part.after().id())
        .setParameter("kind", part.kind() == null ? null : part.kind().name())
        .setParameter("limit", part.limit() + 1)
        .getResultList();
  }
}
