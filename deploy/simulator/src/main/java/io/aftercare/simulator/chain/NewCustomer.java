package io.aftercare.simulator.chain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a till registers one; the chain brings the id, so that registering again changes
 * nothing.
 *
 * @param country ISO 3166-1 alpha-2, by which phone numbers are read
 * @param languages BCP 47 tags, best first
 * @param zone IANA zone the customer lives in
 */
public record NewCustomer(
    UUID id,
    String country,
    String givenName,
    String familyName,
    @Nullable String preferredName,
    @Nullable LocalDate birthDate,
    @Nullable String sex,
    List<String> languages,
    String zone,
    @Nullable Window window,
    List<Phone> phones,
    List<Caregiver> caregivers,
    List<Consent> consents) {

  /** Local times between which the customer likes to be called. */
  public record Window(LocalTime from, LocalTime to) {}

  public record Phone(String number, @Nullable String type) {}

  /**
   * Somebody who may be called in the customer's place.
   *
   * @param disclose {@code nothing}, {@code care-calls} or {@code everything}
   */
  public record Caregiver(String name, String relation, String phone, String disclose) {}

  /**
   * One answer that was given at the counter.
   *
   * @param wording version of the words it was asked in
   */
  public record Consent(
      String purpose, String channel, String state, String wording, OffsetDateTime at) {}
}
