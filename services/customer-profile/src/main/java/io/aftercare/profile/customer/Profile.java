package io.aftercare.profile.customer;

import io.aftercare.profile.phone.PhoneType;
import io.aftercare.profile.phone.Validity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's file, opened. It exists for the one request that had reason to open it.
 *
 * @param version the edition of the file, its ETag
 * @param storeId the store that registered the customer; absent where headquarters did
 * @param caution what to take care of with this customer
 * @param difficulty the last conversation that was difficult
 * @param restricted it is kept, and not worked with: no calls, no messages
 * @param phones best first
 * @param caregivers best first
 * @param consents the standing answers
 */
public record Profile(
    UUID id,
    long version,
    Customer.Status status,
    @Nullable UUID mergedInto,
    @Nullable String storeId,
    boolean doNotCall,
    boolean restricted,
    String country,
    Person person,
    List<String> languages,
    ZoneId zone,
    @Nullable Window window,
    Consent.@Nullable Channel preferredChannel,
    @Nullable String loyaltyTier,
    Health health,
    @Nullable Caution caution,
    @Nullable Difficulty difficulty,
    List<KnownPhone> phones,
    List<KnownCaregiver> caregivers,
    List<Consent.Answer> consents) {

  /**
   * @param number E.164
   * @param wrong somebody else was reached there
   */
  public record KnownPhone(String number, PhoneType type, Validity validity, boolean wrong) {

    /** Whether the customer themselves is expected to answer on this day. */
    public boolean holdsOn(LocalDate day) {
      return !wrong && validity.includes(day);
    }
  }

  /**
   * @param phone E.164
   * @param wrong somebody else was reached there
   */
  public record KnownCaregiver(
      UUID id,
      String name,
      String relation,
      String phone,
      Disclosure disclosure,
      Validity validity,
      boolean wrong) {

    /** Whether this person may be called in the customer's place on this day. */
    public boolean mayBeCalledOn(LocalDate day) {
      return disclosure.allowsCare() && !wrong && validity.includes(day);
    }
  }

  /**
   * What to take care of.
   *
   * @param today the date where the customer lives
   */
  public @Nullable TakeCare takeCare(LocalDate today) {
    return TakeCare.of(caution, difficulty, today.atStartOfDay(zone).toInstant());
  }

  /** The standing answer; empty when it was never asked. */
  public Optional<Consent.State> answer(Consent.Purpose purpose, Consent.Channel channel) {
    return consents.stream()
        .filter(answer -> answer.purpose() == purpose && answer.channel() == channel)
        .map(Consent.Answer::state)
        .findFirst();
  }

  /** The file as somebody would leave it again. */
  public Particulars particulars() {
    return new Particulars(
        country,
        person,
        languages,
        zone,
        window,
        preferredChannel,
        loyaltyTier,
        phones.stream()
            .map(phone -> new Particulars.Telephone(phone.number(), phone.type(), phone.validity()))
            .toList(),
        caregivers.stream()
            .map(
                carer ->
                    new Particulars.Carer(
                        carer.name(),
                        carer.relation(),
                        carer.phone(),
                        carer.disclosure(),
                        carer.validity()))
            .toList());
  }
}
