package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.kit.batch.Gatherer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Gives agents their next call. All who ask at the same time are served by one statement; it is its
 * own transaction, so that an answered claim is a committed one.
 */
@ApplicationScoped
class ClaimCall {

  private static final Logger LOG = Logger.getLogger(ClaimCall.class);
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int TRIES = 8;

  private final Pool pool;
  private final Clock clock;
  private final DeskRules rules;
  private final Gatherer<Asking, Optional<Call>> gatherer;

  ClaimCall(Pool pool, Clock clock, DeskRules rules) {
    this.pool = pool;
    this.clock = clock;
    this.rules = rules;
    DeskRules.Gather gather = rules.gather();
    this.gatherer =
        new Gatherer<>(
            "The desk",
            new Gatherer.Limits(gather.batch(), gather.inFlight(), gather.waiting()),
            this::serve);
  }

  private record Asking(String agent, boolean pharmacist) {}

  /**
   * The call this agent holds already, else the next one due, now held by them; empty when none is
   * due.
   *
   * @param pharmacist may take pharmacists' calls, and gets them first
   */
  Uni<Optional<Call>> claim(String agent, boolean pharmacist) {
    return gatherer.submit(new Asking(agent, pharmacist));
  }

  private Uni<List<Optional<Call>>> serve(List<Asking> asking) {
    Instant now = clock.instant();
    Map<String, Call> given = HashMap.newHashMap(asking.size());
    Set<String> pharmacists =
        asking.stream()
            .filter(Asking::pharmacist)
            .map(Asking::agent)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> everybody =
        asking.stream().map(Asking::agent).collect(Collectors.toCollection(LinkedHashSet::new));
    return claim(pharmacists, true, now, given)
        .chain(() -> claim(everybody, false, now, given))
        .map(
            ignored ->
                asking.stream().map(each -> Optional.ofNullable(given.get(each.agent()))).toList());
  }

  /**
   * Serves those who have nothing yet. Two due calls of one customer are not given at once, so that
   * somebody may be left empty-handed although more is due: as long as some are served, the others
   * ask again.
   */
  private Uni<Void> claim(
      Set<String> agents, boolean pharmacistCalls, Instant now, Map<String, Call> given) {
    String[] asking =
        agents.stream().filter(agent -> !given.containsKey(agent)).toArray(String[]::new);
    if (asking.length == 0) {
      return Uni.createFrom().voidItem();
    }
    return statement(asking, pharmacistCalls, now, TRIES)
        .chain(
            calls -> {
              calls.forEach(call -> given.put(holder(call), call));
              LOG.debugf("Calls claimed, asking=%d calls=%d", asking.length, calls.size());
              return calls.isEmpty() || calls.size() == asking.length
                  ? Uni.createFrom().voidItem()
                  : claim(agents, pharmacistCalls, now, given);
            });
  }

  private Uni<List<Call>> statement(
      String[] asking, boolean pharmacistCalls, Instant now, int tries) {
    return pool.preparedQuery(ClaimStatement.SQL)
        .execute(
            Tuple.of(
                asking,
                pharmacistCalls,
                now.atOffset(ZoneOffset.UTC),
                rules.lease().toSeconds(),
                now.minus(rules.promisedFirst()).atOffset(ZoneOffset.UTC)))
        .map(Calls::calls)
        .onFailure(failure -> tries > 1 && isRace(failure))
        .recoverWithUni(() -> statement(asking, pharmacistCalls, now, tries - 1));
  }

  /** Another instance gave the same agent or customer a call in the same moment: look again. */
  private static boolean isRace(Throwable failure) {
    return failure instanceof PgException database
        && UNIQUE_VIOLATION.equals(database.getSqlState());
  }

  private static String holder(Call call) {
    Call.Holding holding = call.holding();
    if (holding == null) {
      throw new IllegalStateException("Claimed, but nobody holds call " + call.id());
    }
    return holding.agent();
  }
}
