package io.aftercare.profile.phone;

import io.aftercare.profile.vault.TestVault;

/** Phone numbers without an application around them. */
public final class TestNumbers {

  private TestNumbers() {}

  public static PhoneNumbers create() {
    return new PhoneNumbers(TestVault.index(1));
  }
}
