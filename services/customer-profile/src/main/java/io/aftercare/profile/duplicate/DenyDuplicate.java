package io.aftercare.profile.duplicate;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** Remembers that two who look alike are two; nobody is asked about them again. */
@ApplicationScoped
class DenyDuplicate {

  private static final String REMEMBER =
      """
      insert into not_duplicate (customer_id, other_id, said_at, said_by)
      select least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4
      where (select count(*) from customer where id in ($1, $2) and status <> 'ERASED') = 2
      on conflict (customer_id, other_id) do update set said_by = not_duplicate.said_by
      returning customer_id
      """;

  private final Scoped scoped;
  private final Clock clock;

  DenyDuplicate(Scoped scoped, Clock clock) {
    this.scoped = scoped;
    this.clock = clock;
  }

  /**
   * Said again, it changes nothing.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 when it is one id twice,
   *     404 when either is none
   */
  Uni<Void> deny(UUID one, UUID other, String by) {
    if (one.equals(other)) {
      throw Problems.invalid("other", "is the same customer");
    }
    return scoped.inTransaction(
        new Reach.Chain(),
        transaction ->
            transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(one, other, clock.instant().atOffset(ZoneOffset.UTC), by))
                .invoke(
                    rows -> {
                      if (rows.rowCount() == 0) {
                        throw Problems.notFound("pair of customers", one + " and " + other);
                      }
                    })
                .replaceWithVoid());
  }
}
