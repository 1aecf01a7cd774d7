package io.aftercare.followup.reaction;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Judges a suspicion, reports it to the authority or withdraws it; each is told. */
@ApplicationScoped
class ChangeReaction {

  private static final Logger LOG = Logger.getLogger(ChangeReaction.class);

  private final Outbox outbox;
  private final Reactions reactions;
  private final AccessLog accessLog;
  private final ReactionRules rules;
  private final Clock clock;

  ChangeReaction(
      Outbox outbox, Reactions reactions, AccessLog accessLog, ReactionRules rules, Clock clock) {
    this.outbox = outbox;
    this.reactions = reactions;
    this.accessLog = accessLog;
    this.rules = rules;
    this.clock = clock;
  }

  /** What is done with a suspicion. */
  sealed interface Change {

    String NAME = "/reactions/{id}";

    /**
     * A pharmacist judges.
     *
     * @param criteria what makes it serious, where that is known better by now; absent to leave it
     */
    record Assess(
        java.util.Map<Integer, Naranjo.Answer> answers, @Nullable List<Criterion> criteria)
        implements Change {}

    /** The authority was told. */
    record Tell(String reference) implements Change {}

    /** It was a mistake. */
    record Withdraw() implements Change {}

    default String read() {
      return switch (this) {
        case Assess _ -> "PUT " + NAME + "/assessment";
        case Tell _ -> "POST " + NAME + "/report";
        case Withdraw _ -> "POST " + NAME + "/withdraw";
      };
    }
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none; 409
   *     when it has come too far for that
   */
  Uni<Reaction> change(UUID id, Change change, String who) {
    Instant now = clock.instant();
    UnaryOperator<Reaction> move =
        reaction ->
            switch (change) {
              case Change.Assess assess -> assessed(reaction, assess, who, now);
              case Change.Tell(String reference) ->
                  reaction.reported(new Reaction.Report(reference, who, now));
              case Change.Withdraw _ -> reaction.withdrawn();
            };
    return outbox.inTransaction(
        transaction ->
            reactions
                .lock(transaction, id)
                .map(reaction -> again(reaction, change) ? reaction : move.apply(reaction))
                .call(reaction -> reactions.store(transaction, reaction))
                .call(
                    reaction ->
                        accessLog.read(
                            transaction,
                            who,
                            Reasons.CLINICAL,
                            change.read(),
                            List.of(reaction.customerId())))
                .call(
                    reaction ->
                        outbox.append(
                            transaction, List.of(ReactionEvents.suspected(reaction, now))))
                .invoke(
                    reaction ->
                        LOG.infof(
                            "Reaction changed, reaction=%s version=%d state=%s by=%s",
                            id, reaction.version(), reaction.state().key(), who)));
  }

  /** Sent twice, it is done once; what is told again has the same version and changes nothing. */
  private static boolean again(Reaction reaction, Change change) {
    return switch (change) {
      case Change.Assess _ -> false;
      case Change.Tell(String reference) ->
          reaction.report() != null && reaction.report().reference().equals(reference);
      case Change.Withdraw _ -> reaction.state() == ReactionState.WITHDRAWN;
    };
  }

  private Reaction assessed(Reaction reaction, Change.Assess assess, String who, Instant now) {
    int score = Naranjo.score(assess.answers());
    List<Criterion> criteria =
        assess.criteria() == null
            ? reaction.told().criteria()
            : assess.criteria().stream().distinct().sorted().toList();
    var verdict = new Reaction.Verdict(assess.answers(), score, Causality.of(score), who, now);
    boolean newlySerious = !criteria.isEmpty() && !reaction.told().serious();
    Instant due = newlySerious ? rules.due(true, now) : reaction.dueAt();
    return reaction.assessed(verdict, criteria, due);
  }
}
