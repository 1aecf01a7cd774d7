package io.aftercare.simulator.demo;

import io.aftercare.simulator.chain.NewCustomer;
import io.aftercare.simulator.demo.DemoData.DemoStore;
import io.aftercare.simulator.demo.DemoData.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * How the demonstration chain's people are registered: the same in every run, so that registering
 * again changes nothing.
 */
final class Registrations {

  /** Caregivers have the numbers from here on. */
  private static final int CAREGIVERS = 50;

  private static final LocalDate CHILDREN_BORN_AFTER = LocalDate.of(2012, 1, 1);
  private static final OffsetDateTime ASKED_AT =
      OffsetDateTime.of(2026, 1, 5, 10, 0, 0, 0, ZoneOffset.UTC);

  private Registrations() {}

  static UUID id(Person person) {
    String name = "demo/" + person.store() + "/" + person.number();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static NewCustomer of(Person person, DemoStore home) {
    String caregiverPhone = phone(home, CAREGIVERS + person.number());
    boolean child = person.birthDate().isAfter(CHILDREN_BORN_AFTER);
    return new NewCustomer(
        id(person),
        home.store().country(),
        person.givenName(),
        person.familyName(),
        person.preferredName(),
        person.birthDate(),
        person.sex(),
        person.languages().isEmpty() ? List.of(home.language()) : person.languages(),
        home.store().zone(),
        null,
        List.of(new NewCustomer.Phone(child ? caregiverPhone : phone(home, person.number()), null)),
        caregivers(person, caregiverPhone),
        List.of(
            consent("care-calls", "given"),
            consent("marketing", person.number() % 3 == 0 ? "declined" : "given")));
  }

  private static List<NewCustomer.Caregiver> caregivers(Person person, String phone) {
    if (person.caregiver() == null || person.relation() == null) {
      return List.of();
    }
    return List.of(
        new NewCustomer.Caregiver(person.caregiver(), person.relation(), phone, "care-calls"));
  }

  private static String phone(DemoStore home, int number) {
    return "%s%02d".formatted(home.phonePrefix(), number);
  }

  private static NewCustomer.Consent consent(String purpose, String state) {
    return new NewCustomer.Consent(purpose, "call", state, "counter-1", ASKED_AT);
  }
}
