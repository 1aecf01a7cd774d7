package io.aftercare.followup.optout;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where customer-profile keeps a reader's no. A reader waits: it is given up on quickly. */
@RegisterRestClient(configKey = "customer-profile")
@OidcClientFilter
@Path("/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ConsentFile {

  /** The reader of this message wants no more of its purpose by its channel. */
  record OptOut(UUID messageId, String purpose, String channel) {}

  /** There is no such customer over there. */
  final class Unknown extends RuntimeException {
    Unknown() {
      super("customer-profile knows no such customer", null, false, false);
    }
  }

  @POST
  @Path("/opt-out")
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  Uni<Void> optOut(@RestPath UUID id, OptOut said);

  @ClientExceptionMapper
  static @Nullable RuntimeException failure(Response response) {
    return response.getStatus() == Response.Status.NOT_FOUND.getStatusCode() ? new Unknown() : null;
  }
}
