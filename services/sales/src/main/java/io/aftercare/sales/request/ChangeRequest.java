package io.aftercare.sales.request;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.request.ServiceRequest.Move;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Takes a service request a step further: started, finished, cancelled or promised anew. */
@ApplicationScoped
class ChangeRequest {

  private final Outbox outbox;
  private final ServiceRequests requests;
  private final PromiseTimes promises;
  private final AccessLog accessLog;
  private final Clock clock;

  ChangeRequest(
      Outbox outbox,
      ServiceRequests requests,
      PromiseTimes promises,
      AccessLog accessLog,
      Clock clock) {
    this.outbox = outbox;
    this.requests = requests;
    this.promises = promises;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * The request after the move; a problem when it is not the store's or cannot move so.
   *
   * @param what the endpoint, for the record of who read what
   */
  Uni<ServiceRequest> move(
      Caller caller, UUID id, Move move, @Nullable String reason, String what) {
    return change(
        caller, id, what, (request, now) -> request.after(move, now, caller.name(), reason));
  }

  /** The request with another promise; a problem when it is not the store's or at its end. */
  Uni<ServiceRequest> promise(Caller caller, UUID id, Instant promise, String reason, String what) {
    return change(
        caller,
        id,
        what,
        (request, now) ->
            request.promisedFor(promises.promisable(promise), now, caller.name(), reason));
  }

  private Uni<ServiceRequest> change(
      Caller caller, UUID id, String what, BiFunction<ServiceRequest, Instant, ServiceRequest> to) {
    String storeId = caller.storeId();
    return outbox.inTransaction(
        transaction ->
            requests
                .lock(transaction, id)
                .map(
                    found ->
                        found
                            .filter(request -> request.storeId().equals(storeId))
                            .orElseThrow(() -> Problems.notFound("service request", id)))
                .map(request -> to.apply(request, now()))
                .call(changed -> store(transaction, changed))
                .call(changed -> accessLog.read(transaction, caller, what, changed.people())));
  }

  private Uni<Void> store(SqlConnection transaction, ServiceRequest changed) {
    return requests
        .update(transaction, changed)
        .chain(() -> outbox.append(transaction, List.of(RequestEvents.of(changed, now()))));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
