package io.aftercare.profile.customer;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer's file as the house is told of it: nothing sealed is opened for an event. */
public final class CustomerEvents {

  private CustomerEvents() {}

  /**
   * A customer is known from now on.
   *
   * @param traceparent of the request that registered; the transaction may serve several
   */
  static Event registered(CustomerFile file, @Nullable String traceparent) {
    Customer customer = file.customer();
    return new Event(
        Topics.CUSTOMERS,
        EventTypes.CUSTOMER_REGISTERED,
        customer.id(),
        customer.version(),
        customer.registeredAt(),
        data(customer, file, customer.registeredAt()),
        traceparent);
  }

  /** Something about the customer is different, other than consent. */
  public static Event changed(CustomerFile file, Instant at) {
    return event(EventTypes.CUSTOMER_CHANGED, file, at);
  }

  /** The customer answered a question of consent anew. */
  public static Event consentChanged(CustomerFile file, Instant at) {
    return event(EventTypes.CONSENT_CHANGED, file, at);
  }

  private static Event event(String type, CustomerFile file, Instant at) {
    Customer customer = file.customer();
    return Event.of(
        Topics.CUSTOMERS, type, customer.id(), customer.version(), at, data(customer, file, at));
  }

  private static CustomerEvent data(Customer customer, CustomerFile file, Instant at) {
    return new CustomerEvent(
        customer.id(),
        customer.version(),
        word(customer.status()),
        customer.mergedInto(),
        month(customer.birthMonth()),
        customer.zone(),
        window(customer.window()),
        customer.languages(),
        file.hasCaregiver(at),
        customer.doNotCall(),
        consents(file),
        customer.preferredChannel() == null ? null : word(customer.preferredChannel()));
  }

  private static List<CustomerEvent.Consent> consents(CustomerFile file) {
    return file.standing().stream()
        .map(
            answer ->
                new CustomerEvent.Consent(
                    word(answer.purpose()), word(answer.channel()), word(answer.state())))
        .toList();
  }

  private static @Nullable String month(@Nullable LocalDate firstDay) {
    return firstDay == null ? null : YearMonth.from(firstDay).toString();
  }

  private static CustomerEvent.@Nullable Window window(@Nullable Window window) {
    return window == null ? null : new CustomerEvent.Window(window.from(), window.to());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
