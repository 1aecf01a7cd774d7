package io.aftercare.profile.heard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets go of all that was told of customers who were erased. */
@ApplicationScoped
class ForgetCustomers {

  /**
   * Facts are blanked and not deleted, so that whoever counts in memory sees that they are gone.
   */
  private static final List<String> STATEMENTS =
      List.of(
          "delete from purchase where customer_id = any($1)",
          "delete from known_complaint where customer_id = any($1)",
          "delete from timeline_entry where customer_id = any($1)",
          """
          update customer_facts set active = false, merged_into = null, birth_month = null, store_id = null,
            languages = '', consents = '', visits = 0, visits_in_year = 0, last_visit = null, return_days = null,
            spend_in_year = 0, currency = null, pdc = null, long_term_on = null, medicines = '', due_on = null,
            changed_in = pg_current_xact_id()
          where customer_id = any($1)
          """);

  Uni<Void> forget(SqlConnection transaction, List<UUID> erased) {
    Uni<Void> forgotten = Uni.createFrom().voidItem();
    if (erased.isEmpty()) {
      return forgotten;
    }
    Tuple customers = Tuple.of(erased.toArray(UUID[]::new));
    for (String statement : STATEMENTS) {
      forgotten =
          forgotten
              .chain(() -> transaction.preparedQuery(statement).execute(customers))
              .replaceWithVoid();
    }
    return forgotten;
  }
}
