package io.aftercare.followup.call;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Calls in somebody's hand: whoever writes about one must hold it, at the epoch they were given.
 */
@ApplicationScoped
public class HeldCalls {

  private final Calls calls;

  HeldCalls(Calls calls) {
    this.calls = calls;
  }

  /**
   * The call, locked to the end of the transaction, so that nobody takes it away meanwhile.
   *
   * @throws HttpProblem (as failure) 404 when there is no such call; 409 when it has moved on since
   *     this epoch, or is somebody else's
   */
  public Uni<Call> require(SqlConnection transaction, UUID id, long epoch, String agent) {
    return calls
        .lock(transaction, List.of(id))
        .map(
            found -> {
              if (found.isEmpty()) {
                throw noSuchCall(id);
              }
              requireHeld(found.getFirst(), epoch, agent);
              return found.getFirst();
            });
  }

  /**
   * As {@link #require}, and the number was given out: somebody is on the line.
   *
   * @throws HttpProblem (as failure) as {@link #require}, and 409 without a permit
   */
  public Uni<Call> requireOnTheLine(SqlConnection transaction, UUID id, long epoch, String agent) {
    return require(transaction, id, epoch, agent)
        .invoke(
            call -> {
              if (call.holding() == null || call.holding().permittedAt() == null) {
                throw Problems.conflict(
                    "no-permit", "This needs a permit first: nobody can be on the line.");
              }
            });
  }

  /**
   * @throws HttpProblem 409 when it has moved on since this epoch, or is somebody else's
   */
  public static void requireHeld(Call call, long epoch, String agent) {
    if (call.epoch() != epoch) {
      throw staleEpoch();
    }
    Call.Holding holding = call.holding();
    if (holding == null || !holding.agent().equals(agent)) {
      throw notYourCall();
    }
  }

  public static HttpProblem noSuchCall(UUID id) {
    return Problems.notFound("call", id);
  }

  public static HttpProblem staleEpoch() {
    return Problems.conflict(
        "stale-epoch", "The call has moved on since this epoch; claim again to go on.");
  }

  public static HttpProblem notYourCall() {
    return Problems.conflict("not-your-call", "You do not hold this call.");
  }
}
