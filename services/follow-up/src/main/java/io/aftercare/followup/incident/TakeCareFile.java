package io.aftercare.followup.incident;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Where customer-profile keeps what to take care of. Told again of the same call, it says more and
 * takes nothing back.
 */
@RegisterRestClient(configKey = "customer-profile")
@OidcClientFilter
@Path("/customers/{id}/take-care/difficulty")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface TakeCareFile {

  record Difficulty(
      UUID callId,
      String author,
      List<String> kinds,
      List<String> helped,
      Instant at,
      Instant until) {}

  /** There is no such customer over there. */
  final class Unknown extends RuntimeException {
    Unknown() {
      super("customer-profile knows no such customer", null, false, false);
    }
  }

  /** Given up on quickly, as all that is asked of customer-profile: an agent is waiting. */
  @PUT
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Unknown.class)
  Uni<Void> wasDifficult(@RestPath UUID id, Difficulty told);

  @ClientExceptionMapper
  static @Nullable RuntimeException failure(Response response) {
    return response.getStatus() == Response.Status.NOT_FOUND.getStatusCode() ? new Unknown() : null;
  }
}
