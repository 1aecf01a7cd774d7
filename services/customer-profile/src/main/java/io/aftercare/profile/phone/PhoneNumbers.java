package io.aftercare.profile.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.aftercare.profile.vault.BlindIndex;
import jakarta.inject.Singleton;

/** Reads numbers as people write them, and marks them so that they can be found. */
@Singleton
public class PhoneNumbers {

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final BlindIndex index;

  PhoneNumbers(BlindIndex index) {
    this.index = index;
  }

  /**
   * Whether numbers of this country (ISO 3166-1 alpha-2) can be read without their country code.
   */
  public boolean knows(String country) {
    return plans.getSupportedRegions().contains(country);
  }

  /**
   * The number in E.164, such as {@code +16175550123}.
   *
   * @param written as somebody wrote it, with or without the country's code
   * @param country whose numbering plan applies where it has no code
   * @throws NotANumber when no telephone could have it
   */
  public String parse(String written, String country) {
    try {
      var number = plans.parse(written, country);
      if (plans.isValidNumber(number)) {
        return plans.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException unreadable) {
      throw notANumber(country);
    }
    throw notANumber(country);
  }

  /** The mark by which a number in E.164 is found again, 32 bytes. */
  public byte[] mark(String number) {
    return index.mark("phone", number);
  }

  private NotANumber notANumber(String country) {
    int code = plans.getCountryCodeForRegion(country);
    return new NotANumber(
        code == 0
            ? "not a valid number; give it with its country code, as +…"
            : "not a valid number for %s; give it as +%d… or set country".formatted(country, code));
  }

  /** The text is no telephone number. The message says what would be one, never what was given. */
  public static final class NotANumber extends RuntimeException {
    NotANumber(String message) {
      super(message, null, false, false);
    }
  }
}
