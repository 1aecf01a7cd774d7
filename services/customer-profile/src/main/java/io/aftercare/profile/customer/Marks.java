package io.aftercare.profile.customer;

import io.aftercare.profile.phone.PhoneNumbers;
import io.aftercare.profile.vault.BlindIndex;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The marks by which a customer is found again: of their phones and of their e-mail, no others. */
@Singleton
class Marks {

  private final PhoneNumbers numbers;
  private final BlindIndex index;

  Marks(PhoneNumbers numbers, BlindIndex index) {
    this.numbers = numbers;
    this.index = index;
  }

  /**
   * @param number E.164
   */
  byte[] ofPhone(String number) {
    return numbers.mark(number);
  }

  /** Capitals make no difference: people do not tell their own address by them. */
  byte[] ofEmail(String address) {
    return index.mark("email", address.toLowerCase(Locale.ROOT));
  }
}
