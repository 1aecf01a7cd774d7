package io.aftercare.simulator.privacy;

/** Who asks; the local house knows her. */
final class PrivacyOfficer {

  static final String NAME = "pam";

  private PrivacyOfficer() {}
}
