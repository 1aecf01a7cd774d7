package io.aftercare.followup.call;

import static io.aftercare.kit.identity.Roles.INTEGRATOR;
import static io.aftercare.kit.identity.Roles.SERVICE;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.outbox.Export;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All calls, for whoever rebuilds what they made of their events. */
@Path("/exports/calls")
@Tag(name = "exports")
@Produces(MediaType.APPLICATION_JSON)
class CallExportResource {

  private final ToldCalls calls;
  private final Pool pool;
  private final AccessLog accessLog;
  private final Caller caller;

  CallExportResource(ToldCalls calls, Pool pool, AccessLog accessLog, Caller caller) {
    this.calls = calls;
    this.pool = pool;
    this.accessLog = accessLog;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Calls by id, each as its last event would tell it again.")
  @RolesAllowed({SERVICE, INTEGRATOR})
  public Uni<Export> export(@RestQuery @Nullable String cursor) {
    UUID after = Export.after(cursor);
    return pool.withTransaction(
            transaction ->
                calls
                    .after(transaction, after, Export.SIZE)
                    .call(
                        found ->
                            accessLog.read(
                                transaction,
                                caller,
                                "GET /exports/calls",
                                found.stream().map(told -> told.call().customerId()).toList())))
        .map(
            found ->
                Export.of(
                    found.stream()
                        .map(told -> FollowUpEvents.again(told.call(), told.at()))
                        .toList()));
  }
}
