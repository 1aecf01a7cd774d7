package io.aftercare.profile.segment;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a draft the rule that holds. Whoever joins or leaves by it is due at once, and told by the
 * sweep.
 */
@ApplicationScoped
class PublishSegment {

  private static final Logger LOG = Logger.getLogger(PublishSegment.class);

  private static final String DUE = "update customer_facts set due_on = $2 where slot = any($1)";

  private final Scoped scoped;
  private final Segments segments;
  private final Crowd crowd;
  private final Clock clock;

  PublishSegment(Scoped scoped, Segments segments, Crowd crowd, Clock clock) {
    this.scoped = scoped;
    this.segments = segments;
    this.crowd = crowd;
    this.clock = clock;
  }

  /**
   * @param version of the draft that was seen
   * @param by the subject of who publishes it
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 without a draft; 409 when
   *     the draft is of another version
   */
  Uni<Segment> publish(String name, int version, String by) {
    return scoped
        .inTransaction(
            new Reach.Chain(),
            transaction ->
                segments
                    .ruling(transaction)
                    .chain(
                        holding ->
                            segments
                                .findDraft(transaction, name)
                                .map(draft -> sound(draft, name, version))
                                .call(draft -> mark(transaction, holding, draft)))
                    .chain(draft -> segments.publish(transaction, name, by, clock.instant())))
        .invoke(
            published ->
                LOG.infof("Segment published, segment=%s version=%d", name, published.version()));
  }

  private static Segment sound(Optional<Segment> draft, String name, int version) {
    Segment found = draft.orElseThrow(() -> Problems.notFound("draft", name));
    if (found.version() != version) {
      throw Problems.conflict(
          "draft-changed",
          "The draft of %s is version %d; look at it and publish that one."
              .formatted(name, found.version()));
    }
    return found;
  }

  private Uni<Void> mark(SqlConnection transaction, List<Segment> holding, Segment draft) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    @Nullable Rule before =
        holding.stream()
            .filter(segment -> segment.name().equals(draft.name()))
            .map(Segment::rule)
            .findFirst()
            .orElse(null);
    return crowd
        .find(words -> difference(before, draft.rule(), words, today))
        .chain(moving -> due(transaction, moving, today));
  }

  private static Sieve difference(@Nullable Rule before, Rule after, Words words, LocalDate today) {
    Sieve now = after.sieve(words, today);
    return before == null ? now : new Sieve.Differs(now, before.sieve(words, today));
  }

  private static Uni<Void> due(SqlConnection transaction, Integer[] moving, LocalDate today) {
    return transaction.preparedQuery(DUE).execute(Tuple.of(moving, today)).replaceWithVoid();
  }
}
