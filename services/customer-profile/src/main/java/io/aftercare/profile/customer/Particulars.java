package io.aftercare.profile.customer;

import io.aftercare.profile.phone.PhoneType;
import io.aftercare.profile.phone.Validity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody left about themselves, read and found to make sense.
 *
 * @param country ISO 3166-1 alpha-2; the numbering plan of phones without a country code
 * @param languages BCP 47, best first
 * @param zone the IANA zone the customer lives in
 * @param window when the customer likes to be called; absent when any lawful hour will do
 * @param preferredChannel by which the customer likes best to hear from the chain
 * @param loyaltyTier in the chain's own word
 * @param phones best first
 * @param caregivers best first
 */
public record Particulars(
    String country,
    Person person,
    List<String> languages,
    ZoneId zone,
    @Nullable Window window,
    Consent.@Nullable Channel preferredChannel,
    @Nullable String loyaltyTier,
    List<Telephone> phones,
    List<Carer> caregivers) {

  /**
   * @param number E.164
   */
  public record Telephone(String number, PhoneType type, Validity validity) {

    public Telephone {
      validity = orAlways(validity);
    }
  }

  /**
   * @param relation to the customer, such as {@code daughter}
   * @param phone E.164
   * @param validity when they care for the customer
   */
  public record Carer(
      String name, String relation, String phone, Disclosure disclosure, Validity validity) {

    public Carer {
      validity = orAlways(validity);
    }
  }

  /** What was sealed before days were asked for holds always. */
  private static Validity orAlways(@Nullable Validity validity) {
    return validity == null ? Validity.ALWAYS : validity;
  }

  /** What was registered, kept sealed so that the same again is known to be the same. */
  record Registered(Particulars particulars, List<Consent.Answer> consents) {

    /** The wire fields in which another registration says something else. */
    List<String> differencesTo(Registered other) {
      List<String> fields = new ArrayList<>(particulars.differencesTo(other.particulars));
      note(fields, "consents", consents, other.consents);
      return fields;
    }
  }

  /** The same with the allergies that are on file. */
  Particulars bearing(List<Allergy> allergies) {
    return new Particulars(
        country,
        person.bearing(allergies),
        languages,
        zone,
        window,
        preferredChannel,
        loyaltyTier,
        phones,
        caregivers);
  }

  /** The wire fields in which the other says something else. */
  public List<String> differencesTo(Particulars other) {
    List<String> fields = new ArrayList<>();
    note(fields, "country", country, other.country);
    note(fields, "givenName", person.givenName(), other.person.givenName());
    note(fields, "familyName", person.familyName(), other.person.familyName());
    note(fields, "preferredName", person.preferredName(), other.person.preferredName());
    note(fields, "pronunciation", person.pronunciation(), other.person.pronunciation());
    note(fields, "birthDate", person.birthDate(), other.person.birthDate());
    note(fields, "sex", person.sex(), other.person.sex());
    note(fields, "email", person.email(), other.person.email());
    note(fields, "wechat", person.wechat(), other.person.wechat());
    note(fields, "addresses", person.addresses(), other.person.addresses());
    note(fields, "allergies", person.allergies(), other.person.allergies());
    note(fields, "languages", languages, other.languages);
    note(fields, "zone", zone, other.zone);
    note(fields, "window", window, other.window);
    note(fields, "preferredChannel", preferredChannel, other.preferredChannel);
    note(fields, "loyaltyTier", loyaltyTier, other.loyaltyTier);
    note(fields, "phones", phones, other.phones);
    note(fields, "caregivers", caregivers, other.caregivers);
    return fields;
  }

  private static void note(
      List<String> fields, String name, @Nullable Object mine, @Nullable Object theirs) {
    if (!Objects.equals(mine, theirs)) {
      fields.add(name);
    }
  }
}
