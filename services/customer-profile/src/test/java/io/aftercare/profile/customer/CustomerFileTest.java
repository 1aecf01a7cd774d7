package io.aftercare.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.profile.customer.Particulars.Carer;
import io.aftercare.profile.customer.Particulars.Registered;
import io.aftercare.profile.customer.Particulars.Telephone;
import io.aftercare.profile.customer.Profile.KnownPhone;
import io.aftercare.profile.phone.PhoneNumbers;
import io.aftercare.profile.phone.PhoneType;
import io.aftercare.profile.phone.TestNumbers;
import io.aftercare.profile.phone.Validity;
import io.aftercare.profile.vault.TestVault;
import io.aftercare.profile.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerFileTest {

  private static final UUID ID = UUID.randomUUID();
  private static final UUID CALL = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String MOBILE = "+16175550101";
  private static final String HOME = "+16175550102";

  private final Vault vault = TestVault.ofKey(1);
  private final PhoneNumbers numbers = TestNumbers.create();
  private final Marks marks = new Marks(numbers, TestVault.index(1));

  @Test
  void a_file_opens_as_it_was_left() {
    Profile opened = file(particulars(MOBILE, HOME)).open(vault);

    assertThat(opened.particulars()).isEqualTo(particulars(MOBILE, HOME));
    assertThat(opened.version()).isEqualTo(1);
    assertThat(opened.status()).isEqualTo(Customer.Status.ACTIVE);
  }

  @Test
  void the_registration_is_remembered_although_the_file_is_corrected() {
    var said = new Registered(particulars(MOBILE), List.of());
    var file = CustomerFile.seal(ID, said, "boston-1", "till", NOW, vault, marks);

    Customer customer = file.corrected(particulars(HOME), NOW, vault, marks).customer();

    var remembered = Customer.registration(ID, customer.safe(vault), customer.sealedRegistration());
    assertThat(remembered).isEqualTo(said);
    assertThat(remembered.differencesTo(said)).isEmpty();
  }

  @Test
  void what_differs_is_named_by_its_field() {
    var before = new Registered(particulars(MOBILE), List.of());
    var now = new Registered(particulars(HOME), List.of(care(Consent.State.GIVEN)));

    assertThat(before.differencesTo(now)).containsExactly("phones", "consents");
  }

  @Test
  void every_change_counts_once() {
    CustomerFile file = file(particulars(MOBILE));

    assertThat(file.stopCalls(CALL, NOW)).isTrue();
    assertThat(file.stopCalls(CALL, NOW)).isFalse();
    assertThat(file.customer().version()).isEqualTo(2);

    assertThat(file.die()).isTrue();
    assertThat(file.die()).isFalse();
    assertThat(file.customer().version()).isEqualTo(3);
  }

  @Test
  void the_same_answer_again_changes_nothing() {
    CustomerFile file = file(particulars(MOBILE));

    assertThat(file.answer(care(Consent.State.GIVEN), NOW, "till", vault)).isNotNull();
    assertThat(file.answer(care(Consent.State.GIVEN), NOW.plusSeconds(1), "till", vault)).isNull();
    assertThat(file.answer(care(Consent.State.WITHDRAWN), NOW.plusSeconds(2), "till", vault))
        .isNotNull();
    assertThat(file.customer().version()).isEqualTo(3);
  }

  @Test
  void a_wrong_number_stays_wrong_when_the_file_is_corrected() {
    CustomerFile file = file(particulars(MOBILE));

    assertThat(file.markWrong(numbers.mark(MOBILE))).isTrue();
    assertThat(file.markWrong(numbers.mark(MOBILE))).isFalse();
    Profile corrected = file.corrected(particulars(HOME, MOBILE), NOW, vault, marks).open(vault);

    assertThat(corrected.phones())
        .containsExactly(
            new KnownPhone(HOME, PhoneType.MOBILE, Validity.ALWAYS, false),
            new KnownPhone(MOBILE, PhoneType.MOBILE, Validity.ALWAYS, true));
  }

  @Test
  void a_number_that_is_not_on_file_cannot_be_wrong() {
    CustomerFile file = file(particulars(MOBILE));

    assertThat(file.markWrong(numbers.mark(HOME))).isFalse();
    assertThat(file.customer().version()).isEqualTo(1);
  }

  @Test
  void a_caregiver_who_may_know_nothing_is_nobody_to_call() {
    assertThat(withCaregiver(Disclosure.NOTHING).hasCaregiver(NOW)).isFalse();
    assertThat(withCaregiver(Disclosure.CARE_CALLS).hasCaregiver(NOW)).isTrue();
  }

  private CustomerFile file(Particulars particulars) {
    return CustomerFile.seal(
        ID, new Registered(particulars, List.of()), "boston-1", "till", NOW, vault, marks);
  }

  private CustomerFile withCaregiver(Disclosure disclosure) {
    var plain = particulars(MOBILE);
    return file(
        new Particulars(
            plain.country(),
            plain.person(),
            plain.languages(),
            plain.zone(),
            plain.window(),
            plain.preferredChannel(),
            plain.loyaltyTier(),
            plain.phones(),
            List.of(new Carer("Ngozi", "daughter", HOME, disclosure, Validity.ALWAYS))));
  }

  private static Consent.Answer care(Consent.State state) {
    return new Consent.Answer(
        Consent.Purpose.CARE_CALLS, Consent.Channel.CALL, state, "v1", NOW, null, null);
  }

  private static Particulars particulars(String... phones) {
    return new Particulars(
        "US",
        person(),
        List.of("ig", "en"),
        ZoneId.of("America/New_York"),
        new Window(LocalTime.of(9, 0), LocalTime.of(12, 30)),
        Consent.Channel.EMAIL,
        "gold",
        Arrays.stream(phones)
            .map(number -> new Telephone(number, PhoneType.MOBILE, Validity.ALWAYS))
            .toList(),
        List.of());
  }

  private static Person person() {
    return new Person(
        "Ada",
        "Okafor",
        "Mama Ada",
        "MAH-mah AH-dah",
        LocalDate.of(1950, 3, 21),
        Sex.FEMALE,
        "ada@example.org",
        "ada_okafor",
        List.of(
            new Address(Address.Use.HOME, List.of("12 Elm Street"), "Boston", "MA", "02108", "US")),
        List.of());
  }
}
