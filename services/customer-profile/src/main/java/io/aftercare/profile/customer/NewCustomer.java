package io.aftercare.profile.customer;

import io.aftercare.profile.phone.PhoneType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's particulars as somebody leaves them. The same fields correct a file; then without id
 * and consents.
 *
 * @param id the client's own, so that it may safely send again; made here where absent
 * @param country ISO 3166-1 alpha-2; numbers without a country code are read as this country's
 * @param preferredName how the customer wants to be greeted; the given name where absent
 * @param pronunciation how the greeting is said, in any spelling that helps
 * @param languages BCP 47 tags, best first
 * @param zone the IANA zone the customer lives in
 * @param window when the customer likes to be called
 * @param preferredChannel by which the customer likes best to hear from the chain
 * @param loyaltyTier in the chain's own word, such as {@code gold}
 * @param email by which the customer is found too
 * @param wechat WeChat id
 * @param addresses best first
 * @param phones best first
 * @param caregivers best first
 * @param allergies medicines that the customer does not bear
 * @param consents what the customer has been asked, and answered
 */
record NewCustomer(
    @Nullable UUID id,
    @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code, such as US")
        String country,
    @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String givenName,
    @Nullable @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
        String familyName,
    @Nullable @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
        String preferredName,
    @Nullable @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
        String pronunciation,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Nullable @Size(max = 10) List<@NotNull @Size(max = 35) String> languages,
    @NotBlank @Size(max = 64) String zone,
    @Nullable @Valid CallingWindow window,
    Consent.@Nullable Channel preferredChannel,
    @Nullable @Pattern(regexp = "[a-z0-9-]{1,30}", message = "must be 1 to 30 of a-z 0-9 -")
        String loyaltyTier,
    @Nullable
        @Size(max = 254)
        @Pattern(
            regexp =
                "\\s*[^\\s@\\p{Cc}\\p{Cs}]+@[^\\s@.\\p{Cc}\\p{Cs}]+(\\.[^\\s@.\\p{Cc}\\p{Cs}]+)+\\s*",
            message = "must be an e-mail address, such as ada@example.org")
        String email,
    @Nullable
        @Pattern(
            regexp = "[A-Za-z][A-Za-z0-9_-]{5,19}",
            message = "must be a WeChat id: a letter, then 5 to 19 of A-Z a-z 0-9 _ -")
        String wechat,
    @Nullable @Size(max = 10) List<@NotNull @Valid Address> addresses,
    @Nullable @Size(max = 10) List<@NotNull @Valid NewPhone> phones,
    @Nullable @Size(max = 10) List<@NotNull @Valid NewCaregiver> caregivers,
    @Nullable @Size(max = 50) List<@NotNull @Valid Allergy> allergies,
    @Nullable @Size(max = 50) List<@NotNull @Valid NewConsent> consents) {

  static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
  static final String UNPRINTABLE = "must not contain control characters";

  NewCustomer {
    languages = languages == null ? List.of() : languages;
    addresses = addresses == null ? List.of() : addresses;
    phones = phones == null ? List.of() : phones;
    caregivers = caregivers == null ? List.of() : caregivers;
    allergies = allergies == null ? List.of() : allergies;
    consents = consents == null ? List.of() : consents;
  }

  /** Local times in the customer's zone; the end is not included. */
  record CallingWindow(@NotNull LocalTime from, @NotNull LocalTime to) {}

  /**
   * @param number with country code, or as it is dialled within the country
   * @param validFrom first day on which it is the customer's; absent where it is already
   * @param validTo last such day; absent where no end is known
   */
  record NewPhone(
      @NotBlank @Size(max = 40) String number,
      @Nullable PhoneType type,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /**
   * @param relation to the customer, such as {@code daughter}
   * @param disclose what this person may be told
   * @param validFrom first day on which they care for the customer; absent where they do already
   * @param validTo last such day; absent where no end is known
   */
  record NewCaregiver(
      @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name,
      @NotBlank @Size(max = 60) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String relation,
      @NotBlank @Size(max = 40) String phone,
      @NotNull Disclosure disclose,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}
}
