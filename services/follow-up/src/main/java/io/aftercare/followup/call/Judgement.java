package io.aftercare.followup.call;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageRevision;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.ContactKey;
import io.aftercare.followup.programme.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the contacts of one sale, calls and messages alike. A policy. A contact changes
 * from one to the other while it only waits; once it is due, was tried or has come to its end, it
 * is not begun anew another way.
 */
record Judgement(Cause cause, Revision revision, MessageRevision messages) {

  /** All contacts of the sale that there are. */
  record Found(List<Call> calls, List<Message> messages) {

    Found only(Set<ContactKey> keys) {
      return new Found(
          calls.stream().filter(call -> keys.contains(call.origin().key())).toList(),
          messages.stream().filter(message -> keys.contains(message.key())).toList());
    }
  }

  /**
   * @param occasion the reason for a message that a contact is
   */
  static Judgement of(
      Cause cause,
      Found found,
      List<Contact> deserved,
      Revision.Terms terms,
      Function<Contact, Occasion> occasion) {
    Map<ContactKey, Call> calls = new HashMap<>();
    found.calls().forEach(call -> calls.put(call.origin().key(), call));
    Map<ContactKey, Message> messages = new HashMap<>();
    found.messages().forEach(message -> messages.put(message.key(), message));
    List<Contact> spoken = new ArrayList<>();
    List<Contact> written = new ArrayList<>();
    for (Contact contact : deserved) {
      ContactKey key = contact.key();
      Contact made = contact.by(way(contact, calls.get(key), messages.get(key), terms.now()));
      (made.isCall() ? spoken : written).add(made);
    }
    Set<ContactKey> asCall = keys(spoken);
    Set<ContactKey> asMessage = keys(written);
    return new Judgement(
        cause,
        revision(cause, found.calls(), spoken, asMessage, terms),
        MessageRevision.of(
            found.messages(),
            written.stream().map(occasion).toList(),
            new MessageRevision.Terms(
                message ->
                    asCall.contains(message.key()) ? CancelReason.CHANNEL_CHANGED : terms.whyNot(),
                CancelReason.FOR_NOW,
                terms.now())));
  }

  private static Revision revision(
      Cause cause,
      List<Call> calls,
      List<Contact> spoken,
      Set<ContactKey> asMessage,
      Revision.Terms terms) {
    List<Call> left =
        calls.stream()
            .filter(call -> call.isOpen() && asMessage.contains(call.origin().key()))
            .toList();
    left.forEach(call -> call.cancel(CancelReason.CHANNEL_CHANGED));
    Revision revision = Revision.of(cause, calls, spoken, terms);
    List<Call> changed = new ArrayList<>(left);
    changed.addAll(revision.changed());
    return new Revision(changed, revision.added());
  }

  /** How it is made: the way it has begun, else the one that is meant. */
  private static Step.Channel way(
      Contact contact, @Nullable Call call, @Nullable Message message, Instant now) {
    if (call != null && !givesWay(call, contact, now)) {
      return Step.Channel.CALL;
    }
    if (message != null && !givesWay(message, contact, now)) {
      return message.channel() == Channel.IN_PERSON ? Step.Channel.IN_PERSON : Step.Channel.MESSAGE;
    }
    return contact.way();
  }

  private static boolean givesWay(Call call, Contact contact, Instant now) {
    return switch (call.state()) {
      case PLANNED, PAUSED ->
          call.attempts() == 0 && call.promisedTo() == null && now.isBefore(call.plan().dueAt());
      case CANCELLED -> forNow(call.cancelReason(), contact);
      case HELD, DONE, TOO_LATE, NOT_REACHED, SUPERVISOR, HELD_OUT -> false;
    };
  }

  private static boolean givesWay(Message message, Contact contact, Instant now) {
    return switch (message.state()) {
      case QUEUED, WAITING -> message.attempts() == 0 && now.isBefore(message.due().at());
      case CANCELLED -> forNow(message.reason(), contact);
      case SENDING, SENT, DELIVERED, DONE, FAILED, OPTED_OUT, EXPIRED, HELD_OUT -> false;
    };
  }

  private static boolean forNow(@Nullable String reason, Contact contact) {
    return CancelReason.CHANNEL_CHANGED.equals(reason)
        || (CancelReason.REFILLED.equals(reason) && !contact.settled());
  }

  private static Set<ContactKey> keys(List<Contact> contacts) {
    return contacts.stream().map(Contact::key).collect(Collectors.toSet());
  }

  /** The same, but nothing is added that does not take the place of something else. */
  Judgement withoutNew() {
    Set<ContactKey> left = new HashSet<>();
    for (Call call : revision.changed()) {
      if (CancelReason.CHANNEL_CHANGED.equals(call.cancelReason())) {
        left.add(call.origin().key());
      }
    }
    for (Message message : messages.changed()) {
      if (CancelReason.CHANNEL_CHANGED.equals(message.reason())) {
        left.add(message.key());
      }
    }
    List<Call> added =
        revision.added().stream().filter(call -> left.contains(call.origin().key())).toList();
    return new Judgement(cause, new Revision(revision.changed(), added), messages.adding(left));
  }
}
