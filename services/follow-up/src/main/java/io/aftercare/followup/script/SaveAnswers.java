package io.aftercare.followup.script;

import io.aftercare.followup.call.HeldCalls;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Saves answers while the talk goes on, as often as one is given; what was saved outlives the
 * agent's connection and lease.
 */
@ApplicationScoped
class SaveAnswers {

  private final Pool pool;
  private final HeldCalls heldCalls;
  private final Interviews interviews;
  private final Answers answers;
  private final AccessLog accessLog;
  private final Clock clock;

  SaveAnswers(
      Pool pool,
      HeldCalls heldCalls,
      Interviews interviews,
      Answers answers,
      AccessLog accessLog,
      Clock clock) {
    this.pool = pool;
    this.heldCalls = heldCalls;
    this.interviews = interviews;
    this.answers = answers;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * What stands after the save, and what was not kept.
   *
   * @param language that the call's step is held in; absent where the customer's own counts
   */
  record Standing(
      Interview interview,
      @Nullable String language,
      Map<String, Object> answers,
      List<AnswerCheck.Refused> refused) {}

  /**
   * Keeps what fits beside what does not.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 when nothing fits; 404
   *     when there is no such call; 409 when the agent does not hold it at this epoch
   */
  Uni<Standing> save(UUID call, long epoch, String agent, Map<String, @Nullable Object> given) {
    return pool.withTransaction(
        transaction ->
            heldCalls
                .require(transaction, call, epoch, agent)
                .chain(
                    held -> {
                      Interview interview = interviews.of(held.origin().programme());
                      var saved = new Answers.Saved(call, interview, epoch, agent, clock.instant());
                      return accessLog
                          .read(
                              transaction,
                              agent,
                              Reasons.CALL,
                              "PUT /calls/{id}/answers",
                              List.of(held.customerId()))
                          .chain(() -> keep(transaction, saved, held.origin().language(), given));
                    }));
  }

  private Uni<Standing> keep(
      SqlConnection transaction,
      Answers.Saved saved,
      @Nullable String language,
      Map<String, @Nullable Object> given) {
    AnswerCheck check = AnswerCheck.of(saved.interview(), given);
    if (check.good().isEmpty() && !check.refused().isEmpty()) {
      throw Problems.invalid(
          check.refused().stream()
              .map(
                  refused ->
                      Violation.In.body
                          .field("answers." + refused.question())
                          .message(refused.message()))
              .toList());
    }
    return answers
        .save(transaction, saved, check.good())
        .chain(() -> answers.find(transaction, saved.callId()))
        .map(standing -> new Standing(saved.interview(), language, standing, check.refused()));
  }
}
