package io.aftercare.profile.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a customer is; kept sealed as one document. */
public record Person(
    String givenName,
    @Nullable String familyName,
    @Nullable String preferredName,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    List<Allergy> allergies) {

  public Person {
    // Files sealed before allergies were asked for have none.
    allergies = allergies == null ? List.of() : List.copyOf(allergies);
  }

  Person bearing(List<Allergy> said) {
    return new Person(givenName, familyName, preferredName, birthDate, sex, said);
  }

  /** The name by which the customer is greeted. */
  public String greeting() {
    return preferredName == null ? givenName : preferredName;
  }
}
