package io.aftercare.profile.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is and where to reach them otherwise than by telephone; kept sealed as one
 * document.
 *
 * @param pronunciation how the greeting is said, in the writer's own spelling
 * @param wechat WeChat id
 * @param addresses best first
 */
public record Person(
    String givenName,
    @Nullable String familyName,
    @Nullable String preferredName,
    @Nullable String pronunciation,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Nullable String email,
    @Nullable String wechat,
    List<Address> addresses,
    List<Allergy> allergies) {

  public Person {
    // Files sealed before these were asked for have none.
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
    allergies = allergies == null ? List.of() : List.copyOf(allergies);
  }

  Person bearing(List<Allergy> said) {
    return new Person(
        givenName,
        familyName,
        preferredName,
        pronunciation,
        birthDate,
        sex,
        email,
        wechat,
        addresses,
        said);
  }

  /** The name by which the customer is greeted. */
  public String greeting() {
    return preferredName == null ? givenName : preferredName;
  }
}
