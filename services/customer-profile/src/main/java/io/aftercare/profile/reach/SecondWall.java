package io.aftercare.profile.reach;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks at the start whether row level security holds for whom the statements run as. */
@ApplicationScoped
class SecondWall {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;

  SecondWall(Pool pool) {
    this.pool = pool;
  }

  void stands(@Observes StartupEvent start) {
    boolean active =
        pool.query("select row_security_active('customer')")
            .execute()
            .map(rows -> rows.iterator().next().getBoolean(0))
            .await()
            .atMost(PATIENCE);
    if (!active) {
      throw new IllegalStateException(
          "Row level security does not hold for this database user: name one that neither owns the tables nor "
              + "bypasses it in aftercare.application-role.username");
    }
  }
}
