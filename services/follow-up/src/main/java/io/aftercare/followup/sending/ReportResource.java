package io.aftercare.followup.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.followup.message.Channel;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where providers say what became of messages. They have no token; they sign. */
@Path("/message-reports")
@Tag(name = "messages")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReportResource {

  private static final String REASON = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final int REASON_MOST = 64;

  private final ReceiveReport receiveReport;
  private final SendingRules rules;
  private final ObjectMapper json;
  private final Clock clock;

  ReportResource(ReceiveReport receiveReport, SendingRules rules, ObjectMapper json, Clock clock) {
    this.receiveReport = receiveReport;
    this.rules = rules;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What a provider says of a message.
   *
   * @param state {@code delivered} or {@code failed}
   * @param reason why not, a name such as {@code number-unreachable}; only when failed
   */
  record NewReport(@Nullable UUID messageId, @Nullable String state, @Nullable String reason) {}

  @POST
  @Path("/{channel}")
  @Operation(summary = "What became of a message, as its provider says and signs")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewReport.class)))
  @APIResponse(responseCode = "204", description = "Kept, or known before")
  public Uni<Void> report(
      @RestPath String channel,
      @RestHeader(Signature.HEADER) @Nullable String signature,
      @RestHeader(Signature.TIMESTAMP) @Nullable String timestamp,
      byte[] body) {
    Channel by = signed(channel, signature, timestamp, body);
    return receiveReport.receive(report(by, body));
  }

  /** An unknown channel and a wrong signature look alike. */
  private Channel signed(
      String name, @Nullable String signature, @Nullable String timestamp, byte[] body) {
    Channel channel =
        Map.of("sms", Channel.SMS, "wechat", Channel.WECHAT).getOrDefault(name, Channel.EMAIL);
    boolean holds =
        rules
            .webhook(channel)
            .flatMap(SendingRules.Webhook::secret)
            .map(Signature::new)
            .filter(
                secret ->
                    secret.holds(signature, timestamp, body, clock.instant(), rules.callbackAge()))
            .isPresent();
    if (!holds) {
      throw unsigned();
    }
    return channel;
  }

  private static HttpProblem unsigned() {
    return Problems.of(
            "bad-signature",
            Status.UNAUTHORIZED,
            "%s and %s must sign this body for this channel, not long ago."
                .formatted(Signature.HEADER, Signature.TIMESTAMP))
        .build();
  }

  private ReceiveReport.Report report(Channel channel, byte[] body) {
    NewReport said = read(body);
    if (said == null || said.messageId() == null) {
      throw Problems.invalid("messageId", "must be given");
    }
    String state = said.state();
    if (!"delivered".equals(state) && !"failed".equals(state)) {
      throw Problems.invalid("state", "must be delivered or failed");
    }
    String reason = said.reason();
    if (reason != null && (reason.length() > REASON_MOST || !reason.matches(REASON))) {
      throw Problems.invalid("reason", "must be a name of at most 64 of a-z 0-9 -");
    }
    return new ReceiveReport.Report(said.messageId(), channel, state.equals("delivered"), reason);
  }

  private @Nullable NewReport read(byte[] body) {
    try {
      return json.readValue(body, NewReport.class);
    } catch (JsonProcessingException unreadable) {
      throw Problems.unreadable(unreadable);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
