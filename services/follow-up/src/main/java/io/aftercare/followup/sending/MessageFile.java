package io.aftercare.followup.sending;

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
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What customer-profile answers right before a message goes. */
@RegisterRestClient(configKey = "customer-profile")
@OidcClientFilter
@Path("/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface MessageFile {

  /** Half of twenty answers missing: ask nobody for two seconds. */
  int WATCHED = 20;

  /** May this message go to this customer now? */
  record MaySend(UUID messageId, String purpose, String channel) {}

  /**
   * @param reason why not; absent when allowed
   * @param address an e-mail address, E.164, or a WeChat id; only when allowed
   * @param language BCP 47; absent where none is on file
   * @param preferredName whom the message greets; only when allowed
   */
  record Answer(
      boolean allowed,
      @Nullable String reason,
      @Nullable String address,
      @Nullable String language,
      @Nullable String preferredName) {}

  /** There is no such customer over there. */
  final class Unknown extends RuntimeException {
    Unknown() {
      super("customer-profile knows no such customer", null, false, false);
    }
  }

  @POST
  @Path("/message-permit")
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = WATCHED,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Unknown.class)
  Uni<Answer> maySend(@RestPath UUID id, MaySend asked);

  @ClientExceptionMapper
  static @Nullable RuntimeException failure(Response response) {
    return response.getStatus() == Response.Status.NOT_FOUND.getStatusCode() ? new Unknown() : null;
  }
}
