package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries messages of one channel to people. */
interface Carrier {

  /** What it carries; none while it is not set up. */
  boolean carries(Channel channel);

  /** Hands a message over; every failure is one of the answers. */
  Uni<Answer> hand(Letter letter);

  /**
   * A message made out to somebody. It lives no longer than the sending.
   *
   * @param id the message's; the same for every attempt, so that a provider can tell a repeat
   * @param address an e-mail address, E.164, or a WeChat id
   * @param language BCP 47 tag of the text
   * @param optOut where the reader says no
   */
  record Letter(
      UUID id,
      Channel channel,
      String address,
      String language,
      String subject,
      String text,
      URI optOut) {

    @Override
    public String toString() {
      return "message %s by %s".formatted(id, channel.key());
    }
  }

  /** What became of handing it over. */
  sealed interface Answer {

    /**
     * @param reference the provider's own name for it; absent where it has none
     */
    record Taken(@Nullable String reference) implements Answer {}

    /** It will never be taken. */
    record Refused(String reason) implements Answer {}

    /** Not now; handing it over again does no harm. */
    record Away(String reason) implements Answer {}

    /** Nobody knows whether it went, and handing it over again might double it. */
    record Unsure() implements Answer {}
  }
}
