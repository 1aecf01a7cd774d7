package io.aftercare.followup;

import io.aftercare.contracts.CustomerEvent;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Customers as customer-profile tells of them. */
final class CustomerMother {

  private final UUID id;
  private long version = 1;
  private String status = "active";
  private UUID mergedInto;
  private String birthMonth;
  private String zone = "America/New_York";
  private CustomerEvent.Window window;
  private boolean doNotCall;
  private String language = "en-US";
  private String preferredChannel;
  private boolean restricted;
  private boolean caregiver;
  private Integer numbers;
  private List<CustomerEvent.Consent> consents = List.of();

  private CustomerMother(UUID id) {
    this.id = id;
  }

  static CustomerMother customer(UUID id) {
    return new CustomerMother(id);
  }

  CustomerMother version(long number) {
    version = number;
    return this;
  }

  CustomerMother livingIn(String name) {
    zone = name;
    return this;
  }

  CustomerMother born(String month) {
    birthMonth = month;
    return this;
  }

  CustomerMother preferring(String from, String to) {
    window = new CustomerEvent.Window(LocalTime.parse(from), LocalTime.parse(to));
    return this;
  }

  CustomerMother mergedInto(UUID survivor) {
    status = "merged";
    mergedInto = survivor;
    return this;
  }

  CustomerMother status(String name) {
    status = name;
    return this;
  }

  CustomerMother speaking(String tag) {
    language = tag;
    return this;
  }

  CustomerMother restricted() {
    restricted = true;
    return this;
  }

  CustomerMother withNumbers(int count) {
    numbers = count;
    return this;
  }

  CustomerMother withCaregiver() {
    caregiver = true;
    return this;
  }

  CustomerMother doNotCall() {
    doNotCall = true;
    return this;
  }

  CustomerMother likingBest(String channel) {
    preferredChannel = channel;
    return this;
  }

  CustomerMother careCalls(String state) {
    consents = List.of(new CustomerEvent.Consent("care-calls", "call", state));
    return this;
  }

  CustomerEvent build() {
    return new CustomerEvent(
        id,
        version,
        status,
        mergedInto,
        birthMonth,
        zone,
        window,
        List.of(language),
        caregiver,
        doNotCall,
        consents,
        preferredChannel,
        null,
        restricted ? true : null,
        numbers);
  }
}
