package io.aftercare.followup.number;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What a store is asked: to get a better number from a customer at the counter. */
@Path("/number-requests")
@Tag(name = "numbers")
@RolesAllowed({Roles.STORE, Roles.DISPENSER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NumberRequestResource {

  private final NumberRequests requests;
  private final Caller caller;
  private final Clock clock;

  NumberRequestResource(NumberRequests requests, Caller caller, Clock clock) {
    this.requests = requests;
    this.caller = caller;
    this.clock = clock;
  }

  /** The oldest first. */
  record NumberRequestList(List<NumberRequests.Asked> items) {}

  /** Nothing needs to be said to close one. */
  record Nothing() {}

  @GET
  @Operation(summary = "My store's customers whom no number reaches")
  public Uni<NumberRequestList> open() {
    return requests
        .open(caller.storeId(), clock.instant(), caller.subject())
        .map(NumberRequestList::new);
  }

  @POST
  @Path("/{customer}/close")
  @APIResponse(responseCode = "204", description = "Closed")
  @Operation(summary = "The customer was asked: there is a better number, or none to be had")
  public Uni<Void> close(@RestPath UUID customer, Nothing nothing) {
    return requests
        .close(customer, caller.storeId(), clock.instant(), caller.subject())
        .invoke(
            closed -> {
              if (!closed) {
                throw Problems.notFound("open request for customer", customer);
              }
            })
        .replaceWithVoid();
  }
}
