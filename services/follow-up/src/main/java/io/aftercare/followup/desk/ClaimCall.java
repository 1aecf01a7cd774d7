package io.aftercare.followup.desk;

import io.aftercare.followup.agent.AgentProfiles;
import io.aftercare.followup.agent.AgentReach;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final AgentProfiles profiles;
  private final Gatherer<Asking, Optional<Call>> gatherer;

  ClaimCall(Pool pool, Clock clock, DeskRules rules, AgentProfiles profiles) {
    this.pool = pool;
    this.clock = clock;
    this.rules = rules;
    this.profiles = profiles;
    DeskRules.Gather gather = rules.gather();
    this.gatherer =
        new Gatherer<>(
            "The desk",
            new Gatherer.Limits(gather.batch(), gather.inFlight(), gather.waiting()),
            this::serve);
  }

  private record Asking(String agent, boolean pharmacist, AgentReach reach) {}

  /**
   * One look at the queue.
   *
   * @param pharmacistCalls whether among the calls that only pharmacists make
   */
  private record Round(
      Set<String> agents, boolean pharmacistCalls, AgentReach reach, Instant now) {}

  /**
   * The call this agent holds already, else the next one due, now held by them; empty when none is
   * due.
   *
   * @param pharmacist may take pharmacists' calls, and gets them first
   */
  Uni<Optional<Call>> claim(String agent, boolean pharmacist) {
    return gatherer.submit(new Asking(agent, pharmacist, profiles.of(agent)));
  }

  private Uni<List<Optional<Call>>> serve(List<Asking> asking) {
    Instant now = clock.instant();
    Map<String, Call> given = HashMap.newHashMap(asking.size());
    Uni<Void> served = Uni.createFrom().voidItem();
    for (Map.Entry<AgentReach, List<Asking>> alike : byReach(asking)) {
      served = served.chain(() -> serve(alike.getValue(), alike.getKey(), now, given));
    }
    return served.map(
        ignored ->
            asking.stream().map(each -> Optional.ofNullable(given.get(each.agent()))).toList());
  }

  /** Who may be given only some calls comes before those who may be given every one. */
  private static List<Map.Entry<AgentReach, List<Asking>>> byReach(List<Asking> asking) {
    return asking.stream().collect(Collectors.groupingBy(Asking::reach)).entrySet().stream()
        .sorted(Comparator.comparing(alike -> alike.getKey().equals(AgentReach.ANY)))
        .toList();
  }

  private Uni<Void> serve(
      List<Asking> asking, AgentReach reach, Instant now, Map<String, Call> given) {
    Set<String> pharmacists =
        asking.stream()
            .filter(Asking::pharmacist)
            .map(Asking::agent)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> everybody =
        asking.stream().map(Asking::agent).collect(Collectors.toCollection(LinkedHashSet::new));
    return claim(new Round(pharmacists, true, reach, now), given)
        .chain(() -> claim(new Round(everybody, false, reach, now), given));
  }

  /**
   * Serves those who have nothing yet. Two due calls of one customer are not given at once, so that
   * somebody may be left empty-handed although more is due: as long as some are served, the others
   * ask again.
   */
  private Uni<Void> claim(Round round, Map<String, Call> given) {
    String[] asking =
        round.agents().stream().filter(agent -> !given.containsKey(agent)).toArray(String[]::new);
    if (asking.length == 0) {
      return Uni.createFrom().voidItem();
    }
    return statement(asking, round, TRIES)
        .chain(
            calls -> {
              calls.forEach(call -> given.put(holder(call), call));
              LOG.debugf("Calls claimed, asking=%d calls=%d", asking.length, calls.size());
              return calls.isEmpty() || calls.size() == asking.length
                  ? Uni.createFrom().voidItem()
                  : claim(round, given);
            });
  }

  private Uni<List<Call>> statement(String[] asking, Round round, int tries) {
    Tuple values =
        Tuple.of(
            asking,
            round.pharmacistCalls(),
            round.now().atOffset(ZoneOffset.UTC),
            rules.lease().toSeconds(),
            round.now().minus(rules.promisedFirst()).atOffset(ZoneOffset.UTC));
    return pool.preparedQuery(statement(round.reach(), values))
        .execute(values)
        .map(Calls::calls)
        .onFailure(failure -> tries > 1 && isRace(failure))
        .recoverWithUni(() -> statement(asking, round, tries - 1));
  }

  /** The statement for this reach, whose own values are added. */
  private static String statement(AgentReach reach, Tuple values) {
    if (reach.equals(AgentReach.ANY)) {
      return ClaimStatement.SQL;
    }
    // Where no language is known, whoever comes first may try.
    String[] languages =
        reach.languages().isEmpty()
            ? new String[0]
            : Stream.concat(reach.languages().stream(), Stream.of("")).toArray(String[]::new);
    if (reach.isOfEveryStore()) {
      values.addArrayOfString(languages);
      return ClaimStatement.SQL_IN_LANGUAGES;
    }
    values.addArrayOfString(reach.stores().toArray(String[]::new)).addArrayOfString(languages);
    return ClaimStatement.SQL_OF_STORES;
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
