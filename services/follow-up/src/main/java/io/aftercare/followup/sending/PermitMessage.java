package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the customer's file, in the moment, by which channel a message may go. A no to one channel
 * leads to the next; a no to being written to at all ends it.
 */
@ApplicationScoped
class PermitMessage {

  private static final Logger LOG = Logger.getLogger(PermitMessage.class);

  private static final String WITHDRAWN = "consent-withdrawn";
  private static final String OUT_OF_REACH = "profile-unavailable";

  /** Another channel may be allowed, or have an address. */
  private static final Set<String> OF_THE_CHANNEL =
      Set.of(WITHDRAWN, "consent-not-given", "no-address", "no-number");

  /** What is unknown now may be known later. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of(OUT_OF_REACH, "customer-unknown", "merged");

  private static final Duration LATER = Duration.ofMinutes(5);

  private final MessageFile file;

  PermitMessage(@RestClient MessageFile file) {
    this.file = file;
  }

  /** Whether it may go. */
  sealed interface Permit {

    /**
     * @param name whom it greets
     * @param language BCP 47; absent where none is on file
     */
    record Granted(
        Message message, Channel channel, String address, String name, @Nullable String language)
        implements Permit {}

    /**
     * @param message as it stands now
     */
    record Refused(Message message) implements Permit {}
  }

  /**
   * @param channels those that are set up, the best first
   */
  Uni<Permit> ask(Message message, List<Channel> channels, Instant now) {
    return ask(message, channels, 0, "no-channel", now);
  }

  private Uni<Permit> ask(
      Message message, List<Channel> channels, int next, String so, Instant now) {
    if (next == channels.size()) {
      return Uni.createFrom().item(new Permit.Refused(refused(message, so, now)));
    }
    Channel channel = channels.get(next);
    return answer(message, channel)
        .chain(
            answer -> {
              String reason = answer.reason();
              if (answer.allowed() && answer.address() != null) {
                return Uni.createFrom().item(granted(message, channel, answer.address(), answer));
              }
              String named = reason == null ? OUT_OF_REACH : reason;
              return OF_THE_CHANNEL.contains(named)
                  ? ask(message, channels, next + 1, graver(so, named), now)
                  : Uni.createFrom().item(new Permit.Refused(refused(message, named, now)));
            });
  }

  /** A withdrawn consent is told rather than a missing address: it is what the customer said. */
  private static String graver(String before, String after) {
    return before.equals(WITHDRAWN) ? before : after;
  }

  private static Permit granted(
      Message message, Channel channel, String address, MessageFile.Answer answer) {
    String name = answer.preferredName() == null ? "" : answer.preferredName();
    return new Permit.Granted(message, channel, address, name, answer.language());
  }

  private static Message refused(Message message, String reason, Instant now) {
    if (OF_THE_MOMENT.contains(reason)) {
      return message.again(now.plus(LATER), reason);
    }
    MessageState state =
        switch (reason) {
          case WITHDRAWN -> MessageState.OPTED_OUT;
          case "no-address", "no-number", "no-channel" -> MessageState.FAILED;
          default -> MessageState.CANCELLED;
        };
    return message.become(state, reason);
  }

  private Uni<MessageFile.Answer> answer(Message message, Channel channel) {
    return file.maySend(
            message.customerId(),
            new MessageFile.MaySend(message.id(), message.purpose().key(), channel.key()))
        .onFailure(MessageFile.Unknown.class)
        .recoverWithItem(no("customer-unknown"))
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf("Customer file out of reach, message=%s: %s", message.id(), failure))
        .onFailure()
        .recoverWithItem(no(OUT_OF_REACH));
  }

  private static MessageFile.Answer no(String reason) {
    return new MessageFile.Answer(false, reason, null, null, null);
  }
}
