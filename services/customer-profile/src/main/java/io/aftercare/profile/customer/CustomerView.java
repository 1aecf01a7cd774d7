package io.aftercare.profile.customer;

import io.aftercare.profile.phone.PhoneType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's whole file, for whoever works with it.
 *
 * @param version the file's ETag
 * @param mergedInto the customer that took this one over
 * @param storeId the store that registered the customer; absent where headquarters did
 * @param pronunciation how the greeting is said
 * @param zone IANA
 * @param preferredChannel by which the customer likes best to hear from the chain
 * @param loyaltyTier in the chain's own word
 * @param addresses best first
 * @param conditions illnesses that the customer lives with
 * @param medicines what the customer says they always take
 * @param takeCare what to take care of with this customer, and what helps
 * @param phones best first
 * @param caregivers best first
 * @param consents the standing answers; what was never asked is not listed
 * @param restricted it is kept, and not worked with: no calls, no messages
 */
public record CustomerView(
    UUID id,
    long version,
    Customer.Status status,
    @Nullable UUID mergedInto,
    @Nullable String storeId,
    String country,
    String givenName,
    @Nullable String familyName,
    @Nullable String preferredName,
    @Nullable String pronunciation,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    List<Allergy> allergies,
    List<Condition> conditions,
    List<LongTermMedicine> medicines,
    @Nullable TakeCare takeCare,
    List<String> languages,
    String zone,
    NewCustomer.@Nullable CallingWindow window,
    Consent.@Nullable Channel preferredChannel,
    @Nullable String loyaltyTier,
    @Nullable String email,
    @Nullable String wechat,
    List<Address> addresses,
    List<PhoneView> phones,
    List<CaregiverView> caregivers,
    List<ConsentView> consents,
    boolean doNotCall,
    boolean restricted) {

  /**
   * @param number E.164
   * @param validFrom first day on which it is the customer's
   * @param validTo last such day
   * @param wrong somebody else was reached there; it is not dialled again
   */
  record PhoneView(
      String number,
      PhoneType type,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      boolean wrong) {}

  /**
   * @param phone E.164
   * @param validFrom first day on which they care for the customer
   * @param validTo last such day
   * @param wrong somebody else was reached there; it is not dialled again
   */
  record CaregiverView(
      String name,
      String relation,
      String phone,
      Disclosure disclose,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      boolean wrong) {}

  public static CustomerView of(Profile profile) {
    Person person = profile.person();
    Window window = profile.window();
    return new CustomerView(
        profile.id(),
        profile.version(),
        profile.status(),
        profile.mergedInto(),
        profile.storeId(),
        profile.country(),
        person.givenName(),
        person.familyName(),
        person.preferredName(),
        person.pronunciation(),
        person.birthDate(),
        person.sex(),
        person.allergies(),
        profile.health().conditions(),
        profile.health().medicines(),
        TakeCare.of(profile.caution()),
        profile.languages(),
        profile.zone().getId(),
        window == null ? null : new NewCustomer.CallingWindow(window.from(), window.to()),
        profile.preferredChannel(),
        profile.loyaltyTier(),
        person.email(),
        person.wechat(),
        person.addresses(),
        phones(profile),
        caregivers(profile),
        profile.consents().stream().map(ConsentView::of).toList(),
        profile.doNotCall(),
        profile.restricted());
  }

  private static List<PhoneView> phones(Profile profile) {
    return profile.phones().stream()
        .map(
            phone ->
                new PhoneView(
                    phone.number(),
                    phone.type(),
                    phone.validity().from(),
                    phone.validity().to(),
                    phone.wrong()))
        .toList();
  }

  private static List<CaregiverView> caregivers(Profile profile) {
    return profile.caregivers().stream()
        .map(
            carer ->
                new CaregiverView(
                    carer.name(),
                    carer.relation(),
                    carer.phone(),
                    carer.disclosure(),
                    carer.validity().from(),
                    carer.validity().to(),
                    carer.wrong()))
        .toList();
  }
}
