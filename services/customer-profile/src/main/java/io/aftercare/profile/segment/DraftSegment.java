package io.aftercare.profile.segment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Writes the rule that a segment may come to have; nobody moves by it. */
@ApplicationScoped
class DraftSegment {

  private final Pool pool;
  private final Segments segments;
  private final Clock clock;

  DraftSegment(Pool pool, Segments segments, Clock clock) {
    this.pool = pool;
    this.segments = segments;
    this.clock = clock;
  }

  /**
   * @param by the subject of who writes it
   */
  Uni<Segment> draft(String name, String title, Rule rule, String by) {
    return pool.withTransaction(
        transaction -> segments.draft(transaction, name, title, rule, by, clock.instant()));
  }
}
