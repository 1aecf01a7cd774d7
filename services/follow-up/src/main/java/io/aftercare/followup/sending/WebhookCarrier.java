package io.aftercare.followup.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.followup.message.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * SMS and WeChat by whoever takes JSON over HTTP, signed, with the message's id as idempotency key
 * (docs/messages.md): handing it over again after a break does no harm.
 */
@ApplicationScoped
class WebhookCarrier implements Carrier {

  private static final Logger LOG = Logger.getLogger(WebhookCarrier.class);
  private static final int REFERENCE_MOST = 200;

  private final WebClient client;
  private final SendingRules rules;
  private final ObjectMapper json;
  private final Clock clock;

  WebhookCarrier(Vertx vertx, SendingRules rules, ObjectMapper json, Clock clock) {
    this.client = WebClient.create(vertx);
    this.rules = rules;
    this.json = json;
    this.clock = clock;
  }

  /** What the provider gets. */
  private record Outgoing(
      UUID messageId, String channel, String to, String language, String text, URI optOut) {}

  @Override
  public boolean carries(Channel channel) {
    return rules
        .webhook(channel)
        .filter(hook -> hook.url().isPresent() && hook.secret().isPresent())
        .isPresent();
  }

  @Override
  public Uni<Answer> hand(Letter letter) {
    SendingRules.Webhook hook = rules.webhook(letter.channel()).orElseThrow();
    byte[] body = body(letter);
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return client
        .postAbs(hook.url().orElseThrow().toString())
        .timeout(rules.patience().toMillis())
        .putHeader("Content-Type", "application/json")
        .putHeader("Idempotency-Key", letter.id().toString())
        .putHeader(Signature.TIMESTAMP, timestamp)
        .putHeader(Signature.HEADER, new Signature(hook.secret().orElseThrow()).of(timestamp, body))
        .sendBuffer(io.vertx.mutiny.core.buffer.Buffer.newInstance(Buffer.buffer(body)))
        .map(response -> answer(letter, response))
        .onFailure()
        .recoverWithItem(failure -> outOfReach(letter, failure));
  }

  private Answer answer(Letter letter, HttpResponse<io.vertx.mutiny.core.buffer.Buffer> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Answer.Taken(reference(response));
    }
    LOG.warnf("Provider says no, %s status=%d", letter, status);
    boolean passes = status >= 500 || status == 408 || status == 425 || status == 429;
    return passes ? new Answer.Away("provider-busy") : new Answer.Refused("refused-by-provider");
  }

  /**
   * The provider's name for it; a provider that says nothing readable has taken it all the same.
   */
  private @Nullable String reference(HttpResponse<io.vertx.mutiny.core.buffer.Buffer> response) {
    io.vertx.mutiny.core.buffer.Buffer body = response.body();
    if (body == null) {
      return null;
    }
    try {
      JsonNode reference = json.readTree(body.getBytes()).path("reference");
      return reference.isTextual() && reference.textValue().length() <= REFERENCE_MOST
          ? reference.textValue()
          : null;
    } catch (IOException notJson) {
      LOG.debugf("Provider's answer is no JSON, status=%d", response.statusCode());
      return null;
    }
  }

  private static Answer outOfReach(Letter letter, Throwable failure) {
    LOG.warnf("Provider out of reach, %s: %s", letter, failure.getClass().getSimpleName());
    return new Answer.Away("provider-unavailable");
  }

  private byte[] body(Letter letter) {
    try {
      return json.writeValueAsBytes(
          new Outgoing(
              letter.id(),
              letter.channel().key(),
              letter.address(),
              letter.language(),
              letter.text(),
              letter.optOut()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
