package io.aftercare.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aftercare.profile.customer.NewCustomer.CallingWindow;
import io.aftercare.profile.customer.NewCustomer.NewCaregiver;
import io.aftercare.profile.customer.NewCustomer.NewPhone;
import io.aftercare.profile.phone.PhoneType;
import io.aftercare.profile.phone.TestNumbers;
import io.aftercare.profile.phone.Validity;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);
  private static final OffsetDateTime EARLIER = OffsetDateTime.parse("2026-03-01T10:00:00-05:00");

  private final Intake intake =
      new Intake(
          Validation.buildDefaultValidatorFactory().getValidator(), TestNumbers.create(), CLOCK);

  @Test
  void what_is_left_is_read_and_tidied() {
    var form =
        form()
            .with(
                f -> {
                  f.givenName = "  Ada ";
                  f.preferredName = " ";
                  f.languages = List.of("IG", "en-us");
                  f.phones =
                      List.of(
                          new NewPhone("(617) 555-0101", PhoneType.MOBILE, null, null),
                          new NewPhone("+86 138 0013 8000", null, null, null));
                });

    Particulars read = intake.registration(form).particulars();

    assertThat(read.person().givenName()).isEqualTo("Ada");
    assertThat(read.person().preferredName()).isNull();
    assertThat(read.languages()).containsExactly("ig", "en-US");
    assertThat(read.phones())
        .containsExactly(
            new Particulars.Telephone("+16175550101", PhoneType.MOBILE, Validity.ALWAYS),
            new Particulars.Telephone("+8613800138000", PhoneType.OTHER, Validity.ALWAYS));
  }

  @Test
  void a_bad_number_is_named_with_its_place_and_its_cure() {
    var form =
        form()
            .with(
                f ->
                    f.phones =
                        List.of(
                            new NewPhone("617 555 0101", null, null, null),
                            new NewPhone("555", null, null, null)));

    assertThat(complaints(form))
        .containsExactly(
            "phones[1].number: not a valid number for US; give it as +1… or set country");
  }

  @Test
  void everything_that_is_wrong_is_named_together() {
    var form =
        form()
            .with(
                f -> {
                  f.zone = "Boston";
                  f.birthDate = LocalDate.of(2027, 1, 1);
                  f.window = new CallingWindow(LocalTime.NOON, LocalTime.of(9, 0));
                  f.languages = List.of("english language");
                  f.caregivers =
                      List.of(
                          new NewCaregiver(
                              "Ngozi", "daughter", "1", Disclosure.CARE_CALLS, null, null));
                  f.consents = List.of(consent(null), consent(EARLIER.plusDays(2)));
                });

    assertThat(complaints(form))
        .extracting(complaint -> complaint.substring(0, complaint.indexOf(':')))
        .containsExactlyInAnyOrder(
            "zone",
            "birthDate",
            "window.to",
            "languages[0]",
            "caregivers[0].phone",
            "consents[0].at",
            "consents[1].at");
  }

  @Test
  void an_unknown_country_is_named_once_and_numbers_with_a_code_are_still_read() {
    assertThat(complaints(form().with(f -> f.country = "XX")))
        .containsExactly("country: is not a country of ISO 3166-1 with telephones");
  }

  @Test
  void constraints_of_the_form_come_first() {
    var form =
        form()
            .with(
                f -> {
                  f.givenName = "";
                  f.familyName = "bell\u0007";
                  f.country = "usa";
                });

    assertThat(complaints(form))
        .containsExactlyInAnyOrder(
            "givenName: must not be blank",
            "familyName: must not contain control characters",
            "country: must be a two-letter country code, such as US");
  }

  @Test
  void half_a_character_is_no_name() {
    assertThat(complaints(form().with(f -> f.givenName = "A\uD83D")))
        .containsExactly("givenName: must not contain control characters");
    assertThat(
            intake
                .registration(form().with(f -> f.givenName = "𠮷野"))
                .particulars()
                .person()
                .givenName())
        .isEqualTo("𠮷野");
  }

  @Test
  void the_same_number_twice_is_named() {
    var form =
        form()
            .with(
                f ->
                    f.phones =
                        List.of(
                            new NewPhone("+16175550101", null, null, null),
                            new NewPhone("617-555-0101", null, null, null)));

    assertThat(complaints(form))
        .containsExactly("phones[1].number: is the same number as phones[0]");
  }

  @Test
  void somebody_born_today_where_they_live_is_welcome() {
    // It is still the first of March in New York.
    assertThat(complaints(form().with(f -> f.birthDate = LocalDate.of(2026, 3, 2)))).hasSize(1);
    assertThat(intake.registration(form().with(f -> f.birthDate = LocalDate.of(2026, 3, 1))))
        .isNotNull();
  }

  @Test
  void a_correction_brings_no_answers_and_no_other_id() {
    UUID id = UUID.randomUUID();
    var form =
        form()
            .with(
                f -> {
                  f.id = UUID.randomUUID();
                  f.consents = List.of(consent(EARLIER));
                });

    var problem = catchThrowableOfType(HttpProblem.class, () -> intake.correction(id, form));

    assertThat(names(problem))
        .containsExactly(
            "id: is another customer's than the path's",
            "consents: are not corrected here: PUT /customers/{id}/consents records an answer");
  }

  private List<String> complaints(NewCustomer form) {
    return names(catchThrowableOfType(HttpProblem.class, () -> intake.registration(form)));
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(HttpProblem problem) {
    return ((List<Violation>) problem.getParameters().get("violations"))
        .stream().map(violation -> violation.field + ": " + violation.message).toList();
  }

  private static NewConsent consent(@Nullable OffsetDateTime at) {
    return new NewConsent(
        Consent.Purpose.CARE_CALLS,
        Consent.Channel.CALL,
        Consent.State.GIVEN,
        "v1",
        at,
        null,
        null);
  }

  private static Form form() {
    return new Form();
  }

  /** A form that is right until something in it is changed. */
  private static final class Form {
    @Nullable UUID id;
    String country = "US";
    String givenName = "Ada";
    @Nullable String familyName = "Okafor";
    @Nullable String preferredName;
    @Nullable LocalDate birthDate;
    List<String> languages = List.of("en");
    String zone = "America/New_York";
    @Nullable CallingWindow window;
    @Nullable String email;
    List<Address> addresses = List.of();
    List<NewPhone> phones = List.of();
    List<NewCaregiver> caregivers = List.of();
    List<NewConsent> consents = List.of();

    NewCustomer with(Consumer<Form> change) {
      change.accept(this);
      return new NewCustomer(
          id,
          country,
          givenName,
          familyName,
          preferredName,
          null,
          birthDate,
          null,
          languages,
          zone,
          window,
          null,
          null,
          email,
          null,
          addresses,
          phones,
          caregivers,
          null,
          consents);
    }
  }
}
