package io.aftercare.profile.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who a customer is; kept sealed as one document. */
public record Person(
    String givenName,
    @Nullable String familyName,
    @Nullable String preferredName,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex) {

  /** The name by which the customer is greeted. */
  public String greeting() {
    return preferredName == null ? givenName : preferredName;
  }
}
