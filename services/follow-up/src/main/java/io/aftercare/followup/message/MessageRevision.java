package io.aftercare.followup.message;

import io.aftercare.followup.programme.ContactKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings messages in line with what their causes deserve now. A policy: it gives those that move,
 * and the reasons for which there is no message yet. What has gone is left alone.
 *
 * @param changed messages that were there, as they stand from now on
 * @param missing reasons for a message that is not there
 */
public record MessageRevision(List<Message> changed, List<Occasion> missing) {

  /**
   * By what messages are brought in line.
   *
   * @param whyNot why one is called off that is no longer deserved
   * @param forNow reasons that end when the message is deserved again
   */
  public record Terms(Function<Message, String> whyNot, Set<String> forNow, Instant now) {}

  /**
   * @param existing all messages of the causes
   * @param deserved what the causes deserve now
   */
  public static MessageRevision of(
      Collection<Message> existing, List<Occasion> deserved, Terms terms) {
    Map<ContactKey, Message> messages = new HashMap<>();
    existing.forEach(message -> messages.put(message.key(), message));
    List<Message> changed = new ArrayList<>();
    List<Occasion> missing = new ArrayList<>();
    for (Occasion occasion : deserved) {
      Message message = messages.remove(occasion.key());
      if (message == null) {
        missing.add(occasion);
      } else {
        Message moved = moved(message, occasion, terms);
        if (moved != message) {
          changed.add(moved);
        }
      }
    }
    for (Message message : messages.values()) {
      if (message.endsWithItsCause()) {
        changed.add(message.become(MessageState.CANCELLED, terms.whyNot().apply(message)));
      }
    }
    return new MessageRevision(changed, missing);
  }

  private static Message moved(Message message, Occasion occasion, Terms terms) {
    String blocked = occasion.blocked();
    if (message.isOpen()) {
      return blocked == null
          ? message.inLine(occasion, terms.now())
          : message.become(MessageState.CANCELLED, blocked);
    }
    String reason = message.reason();
    boolean again =
        blocked == null
            && message.state() == MessageState.CANCELLED
            && reason != null
            && terms.forNow().contains(reason);
    return again ? message.reopened(occasion, terms.now()) : message;
  }

  /** The same, but of what is missing only these. */
  public MessageRevision adding(Set<ContactKey> only) {
    return new MessageRevision(
        changed, missing.stream().filter(occasion -> only.contains(occasion.key())).toList());
  }
}
