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
 * @param languages BCP 47 tags, best first
 * @param zone the IANA zone the customer lives in
 * @param window when the customer likes to be called
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
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Nullable @Size(max = 10) List<@NotNull @Size(max = 35) String> languages,
    @NotBlank @Size(max = 64) String zone,
    @Nullable @Valid CallingWindow window,
    @Nullable @Size(max = 10) List<@NotNull @Valid NewPhone> phones,
    @Nullable @Size(max = 10) List<@NotNull @Valid NewCaregiver> caregivers,
    @Nullable @Size(max = 50) List<@NotNull @Valid Allergy> allergies,
    @Nullable @Size(max = 50) List<@NotNull @Valid NewConsent> consents) {

  static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
  static final String UNPRINTABLE = "must not contain control characters";

  NewCustomer {
    languages = languages == null ? List.of() : languages;
    phones = phones == null ? List.of() : phones;
    caregivers = caregivers == null ? List.of() : caregivers;
    allergies = allergies == null ? List.of() : allergies;
    consents = consents == null ? List.of() : consents;
  }

  /** Local times in the customer's zone; the end is not included. */
  record CallingWindow(@NotNull LocalTime from, @NotNull LocalTime to) {}

  /**
   * @param number with country code, or as it is dialled within the country
   */
  record NewPhone(@NotBlank @Size(max = 40) String number, @Nullable PhoneType type) {}

  /**
   * @param relation to the customer, such as {@code daughter}
   * @param disclose what this person may be told
   */
  record NewCaregiver(
      @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name,
      @NotBlank @Size(max = 60) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String relation,
      @NotBlank @Size(max = 40) String phone,
      @NotNull Disclosure disclose) {}
}
