package io.aftercare.profile.customer;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

  /** The customer is in other segments; the rest is as it was. */
  static Event retold(RetellCustomers.Told told, Instant at) {
    Row row = told.row();
    LocalTime from = row.getLocalTime("window_from");
    LocalTime to = row.getLocalTime("window_to");
    var data =
        new CustomerEvent(
            row.getUUID("id"),
            row.getLong("version"),
            word(Customer.Status.valueOf(row.getString("status"))),
            row.getUUID("merged_into"),
            month(row.getLocalDate("birth_month")),
            row.getString("zone"),
            from == null || to == null ? null : new CustomerEvent.Window(from, to),
            List.of(row.getArrayOfStrings("languages")),
            row.getBoolean("caregiver"),
            row.getBoolean("do_not_call"),
            told.answers().entrySet().stream()
                .map(
                    answer ->
                        new CustomerEvent.Consent(
                            word(answer.getKey().purpose()),
                            word(answer.getKey().channel()),
                            word(answer.getValue())))
                .toList(),
            channel(row.getString("preferred_channel")),
            List.of(row.getArrayOfStrings("segments")),
            row.getBoolean("restricted") ? true : null,
            row.getInteger("numbers"));
    return Event.of(
        Topics.CUSTOMERS, EventTypes.CUSTOMER_CHANGED, data.customerId(), data.version(), at, data);
  }

  private static @Nullable String channel(@Nullable String constant) {
    return constant == null ? null : word(Consent.Channel.valueOf(constant));
  }

  /** Nothing but the id is left. */
  public static Event erased(UUID id, long version, String zone, Instant at) {
    return Event.of(
        Topics.CUSTOMERS,
        EventTypes.CUSTOMER_CHANGED,
        id,
        version,
        at,
        new CustomerEvent(
            id,
            version,
            word(Customer.Status.ERASED),
            null,
            null,
            zone,
            null,
            List.of(),
            false,
            true,
            List.of(),
            null,
            null,
            null,
            null));
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
        customer.preferredChannel() == null ? null : word(customer.preferredChannel()),
        customer.segments(),
        customer.restricted() ? true : null,
        numbers(customer, file, at));
  }

  /** How many reach the customer themselves. */
  private static int numbers(Customer customer, CustomerFile file, Instant at) {
    LocalDate today = customer.dayOf(at);
    return (int)
        file.phones().stream()
            .filter(phone -> !phone.isWrong() && phone.validity().includes(today))
            .count();
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
