package io.aftercare.followup.message;

import io.aftercare.followup.holdout.Arm;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.ContactKey;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason for a message.
 *
 * @param causeId the sale, what happened to one (a recall, a resolved complaint), the care offer or
 *     the promised service; one message per cause, programme and step
 * @param saleId the sale it is about; absent where it is about none
 * @param namedCustomerId whom the cause names, whoever stands for them now
 * @param customerId the customer, or the one it was merged into
 * @param storeId the store it speaks for; absent where it speaks for the chain
 * @param template what it says, such as {@code birthday}
 * @param channel by which way; absent where the customer's wish decides
 * @param hours local hours in which it may be sent; after a sale by the law of the place
 * @param slot when it is meant to be sent
 * @param lapsesAt last instant at which it is still worth sending
 * @param arm where the customer stands in an experiment; absent where it is in none
 * @param blocked why it must not be sent at all; absent when it may
 * @param traceparent W3C trace context of what caused it; absent outside a trace
 */
public record Occasion(
    UUID causeId,
    @Nullable UUID saleId,
    @Nullable UUID namedCustomerId,
    UUID customerId,
    @Nullable String storeId,
    Programme programme,
    Step step,
    String template,
    @Nullable Channel channel,
    Hours hours,
    Slot slot,
    Instant lapsesAt,
    @Nullable Arm arm,
    @Nullable String blocked,
    @Nullable String traceparent) {

  /**
   * A step of a programme that is not made by call, after a sale.
   *
   * @param customerId the customer, or the one it was merged into
   * @param arm where the customer stands in the contact's experiment
   * @param settled why it is not needed any more; absent where it is
   */
  public static Occasion of(
      Contact contact,
      UUID customerId,
      Person person,
      @Nullable Arm arm,
      @Nullable String settled,
      CallWindow window,
      @Nullable String traceparent) {
    CallWindow patient = contact.programme().patient(window);
    Slot slot = contact.intended(patient, person);
    return new Occasion(
        contact.causeId(),
        contact.sale().id(),
        contact.sale().customerId(),
        customerId,
        contact.sale().storeId(),
        contact.programme(),
        contact.step(),
        contact.programme().key(),
        contact.way() == Step.Channel.IN_PERSON ? Channel.IN_PERSON : null,
        patient.lawful(contact.step().hours(), person),
        slot,
        patient.lapses(slot),
        arm,
        settled,
        traceparent);
  }

  ContactKey key() {
    return new ContactKey(causeId, programme.key(), step.number());
  }

  ZoneId zone() {
    return slot.zone();
  }
}
