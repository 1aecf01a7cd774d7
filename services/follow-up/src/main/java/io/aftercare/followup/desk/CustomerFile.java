package io.aftercare.followup.desk;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
 * What the customer-profile service answers to us alone. It is asked in the moment, and given up on
 * quickly: an agent is waiting.
 */
@RegisterRestClient(configKey = "customer-profile")
@OidcClientFilter
@Path("/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface CustomerFile {

  /** Half of twenty answers missing: ask nobody for two seconds. */
  int WATCHED = 20;

  /** May this agent dial this customer now? */
  record MayDial(UUID callId, String agent, String purpose, String channel) {}

  /**
   * @param reason why not; absent when allowed
   * @param number E.164; only when allowed
   * @param callee who is expected to answer; only when allowed
   * @param numberMark by which the number is found again over there; only when allowed
   */
  record Answer(
      boolean allowed,
      @Nullable String reason,
      @Nullable String number,
      @Nullable Callee callee,
      @Nullable String numberMark) {}

  /**
   * Who is expected to answer.
   *
   * @param relation {@code self}, or what a caregiver is to the customer
   * @param language BCP 47; absent where none is on file
   * @param disclose what this person may be told
   * @param takeCare what to take care of in this call; absent where nothing was said
   */
  record Callee(
      String name,
      String relation,
      @Nullable String language,
      String disclose,
      @Nullable TakeCare takeCare) {}

  /**
   * What those who met the customer before leave to those who do now.
   *
   * @param note absent where nobody wrote anything
   * @param whatHelps what has helped before
   * @param difficult the last conversation that was difficult; absent without one
   */
  record TakeCare(
      @Nullable String note, @Nullable String whatHelps, @Nullable Difficult difficult) {}

  /**
   * A conversation that was difficult.
   *
   * @param kinds what made it so, such as {@code shouting}; empty while nobody said
   * @param helped what helped, or may help the next time, such as {@code let-them-finish}
   */
  record Difficult(Instant at, List<String> kinds, List<String> helped) {}

  record HeardInCall(UUID callId) {}

  /**
   * @param numberMark as it came with the permit
   */
  record WrongNumber(UUID callId, String numberMark) {}

  /** There is no such customer over there. */
  final class Unknown extends RuntimeException {
    Unknown() {
      super("customer-profile knows no such customer", null, false, false);
    }
  }

  @POST
  @Path("/permit")
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = WATCHED,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Unknown.class)
  Uni<Answer> mayDial(@RestPath UUID id, MayDial asked);

  @POST
  @Path("/do-not-call")
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = WATCHED,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Unknown.class)
  Uni<Void> doNotCall(@RestPath UUID id, HeardInCall heard);

  @POST
  @Path("/deceased")
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = WATCHED,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Unknown.class)
  Uni<Void> deceased(@RestPath UUID id, HeardInCall heard);

  @POST
  @Path("/wrong-number")
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = WATCHED,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Unknown.class)
  Uni<Void> wrongNumber(@RestPath UUID id, WrongNumber heard);

  @ClientExceptionMapper
  static @Nullable RuntimeException failure(Response response) {
    return response.getStatus() == Response.Status.NOT_FOUND.getStatusCode() ? new Unknown() : null;
  }
}
