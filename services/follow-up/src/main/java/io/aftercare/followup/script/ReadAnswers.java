package io.aftercare.followup.script;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gives the script of a call with what was answered so far, and writes down who read it. */
@ApplicationScoped
class ReadAnswers {

  private final Pool pool;
  private final Calls calls;
  private final Interviews interviews;
  private final Answers answers;
  private final AccessLog accessLog;

  ReadAnswers(Pool pool, Calls calls, Interviews interviews, Answers answers, AccessLog accessLog) {
    this.pool = pool;
    this.calls = calls;
    this.interviews = interviews;
    this.answers = answers;
    this.accessLog = accessLog;
  }

  /**
   * @param any whether they may read of any call; others only of the one they hold
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such call
   *     or it is not the reader's
   */
  Uni<SaveAnswers.Standing> read(UUID call, Caller reader, boolean any) {
    return pool.withTransaction(
        transaction ->
            calls
                .lock(transaction, List.of(call))
                .map(found -> theirs(found, call, reader.subject(), any))
                .chain(found -> read(transaction, found, reader)));
  }

  private Uni<SaveAnswers.Standing> read(SqlConnection transaction, Call call, Caller reader) {
    Interview interview = interviews.of(call.origin().programme());
    return accessLog
        .read(transaction, reader, "GET /calls/{id}/answers", List.of(call.customerId()))
        .chain(() -> answers.find(transaction, call.id()))
        .map(
            standing ->
                new SaveAnswers.Standing(interview, call.origin().language(), standing, List.of()));
  }

  private static Call theirs(List<Call> found, UUID id, String reader, boolean any) {
    return found.stream()
        .filter(call -> any || (call.holding() != null && call.holding().agent().equals(reader)))
        .findFirst()
        .orElseThrow(() -> HeldCalls.noSuchCall(id));
  }
}
