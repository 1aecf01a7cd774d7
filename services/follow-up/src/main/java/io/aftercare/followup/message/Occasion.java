package io.aftercare.followup.message;

import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason for a message.
 *
 * @param causeId the sale or the offer; one message per cause, programme and step
 * @param saleId the sale it is about; absent where it is about none
 * @param customerId the customer, or the one it was merged into
 * @param storeId the store it speaks for; absent where it speaks for the chain
 * @param template what it says, such as {@code birthday}
 * @param channel by which way; absent where the customer's wish decides
 * @param slot when it is meant to be sent
 * @param lapsesAt last instant at which it is still worth sending
 * @param blocked why it must not be sent at all; absent when it may
 * @param traceparent W3C trace context of what caused it; absent outside a trace
 */
public record Occasion(
    UUID causeId,
    @Nullable UUID saleId,
    UUID customerId,
    @Nullable String storeId,
    Programme programme,
    Step step,
    String template,
    @Nullable Channel channel,
    Slot slot,
    Instant lapsesAt,
    @Nullable String blocked,
    @Nullable String traceparent) {

  /**
   * A step of a programme that is not made by call, after a sale.
   *
   * @param customerId the customer, or the one it was merged into
   * @param settled why it is not needed any more; absent where it is
   */
  public static Occasion of(
      Contact contact,
      UUID customerId,
      Person person,
      @Nullable String settled,
      CallWindow window,
      @Nullable String traceparent) {
    CallWindow patient = contact.programme().patient(window);
    Slot slot = contact.intended(patient, person);
    return new Occasion(
        contact.causeId(),
        contact.sale().id(),
        customerId,
        contact.sale().storeId(),
        contact.programme(),
        contact.step(),
        contact.programme().key(),
        contact.step().channel() == Step.Channel.IN_PERSON ? Channel.IN_PERSON : null,
        slot,
        patient.lapses(slot),
        settled,
        traceparent);
  }

  ZoneId zone() {
    return slot.zone();
  }
}
