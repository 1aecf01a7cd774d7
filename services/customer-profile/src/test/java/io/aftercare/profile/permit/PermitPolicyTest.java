package io.aftercare.profile.permit;

import static io.aftercare.profile.customer.Consent.Channel.CALL;
import static io.aftercare.profile.customer.Consent.Channel.EMAIL;
import static io.aftercare.profile.customer.Consent.Channel.POST;
import static io.aftercare.profile.customer.Consent.Channel.SMS;
import static io.aftercare.profile.customer.Consent.Channel.WECHAT;
import static io.aftercare.profile.customer.Consent.Purpose.CARE_CALLS;
import static io.aftercare.profile.customer.Consent.Purpose.MARKETING;
import static io.aftercare.profile.customer.Consent.State.DECLINED;
import static io.aftercare.profile.customer.Consent.State.GIVEN;
import static io.aftercare.profile.customer.Consent.State.WITHDRAWN;
import static io.aftercare.profile.customer.Disclosure.EVERYTHING;
import static io.aftercare.profile.customer.Disclosure.NOTHING;
import static io.aftercare.profile.customer.ProfileMother.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aftercare.profile.customer.Address;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Disclosure;
import io.aftercare.profile.customer.ProfileMother;
import io.aftercare.profile.customer.TakeCare;
import io.aftercare.profile.permit.Permit.Addressed;
import io.aftercare.profile.permit.Permit.Allowed;
import io.aftercare.profile.permit.Permit.Callee;
import io.aftercare.profile.permit.Permit.Reason;
import io.aftercare.profile.permit.Permit.Refused;
import io.aftercare.profile.phone.PhoneType;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermitPolicyTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final String MOBILE = "+16175550101";
  private static final String HOME = "+16175550102";
  private static final String DAUGHTERS = "+16175550103";

  private final PermitPolicy policy = new PermitPolicy(12, Set.of(CARE_CALLS));

  @Test
  void a_customer_with_a_phone_is_called_by_the_preferred_name() {
    var permit = careCall(ada().called("Mama Ada").speaking("ig", "en").withPhone(MOBILE));

    assertThat(permit)
        .isEqualTo(new Allowed(MOBILE, new Callee("Mama Ada", "self", "ig", EVERYTHING, null)));
  }

  @Test
  void whoever_calls_is_told_what_to_take_care_of() {
    var permit = careCall(ada().withPhone(MOBILE).toBeTakenCareOf("hard of hearing", "slowly"));

    assertThat(callee(permit).takeCare())
        .isEqualTo(new TakeCare("hard of hearing", "slowly", null));
  }

  @Test
  void without_a_preferred_name_the_given_name_is_asked_for() {
    assertThat(callee(careCall(ada().withPhone(MOBILE))).name()).isEqualTo("Ada");
  }

  @Test
  void without_a_language_on_file_none_is_made_up() {
    assertThat(callee(careCall(ada().speaking().withPhone(MOBILE))).language()).isNull();
  }

  @Test
  void the_best_number_that_is_not_wrong_is_dialled() {
    assertThat(number(careCall(ada().withPhone(HOME).withPhone(MOBILE)))).isEqualTo(HOME);
    assertThat(number(careCall(ada().withWrongPhone(HOME).withPhone(MOBILE)))).isEqualTo(MOBILE);
  }

  @Test
  void without_a_number_a_caregiver_who_may_know_is_called() {
    var permit =
        careCall(
            ada()
                .withWrongPhone(MOBILE)
                .withCaregiver("Nosy", "neighbour", HOME, NOTHING)
                .withCaregiver("Ngozi", "daughter", DAUGHTERS, Disclosure.CARE_CALLS));

    assertThat(permit)
        .isEqualTo(
            new Allowed(
                DAUGHTERS, new Callee("Ngozi", "daughter", "en", Disclosure.CARE_CALLS, null)));
  }

  @Test
  void a_caregivers_wrong_number_is_not_dialled_either() {
    assertThat(careCall(ada().withCaregiver("Ngozi", "daughter", DAUGHTERS, EVERYTHING, true)))
        .isEqualTo(new Refused(Reason.NO_NUMBER));
  }

  @Test
  void a_customer_whom_nobody_can_reach_is_refused() {
    assertThat(careCall(ada())).isEqualTo(new Refused(Reason.NO_NUMBER));
    assertThat(careCall(ada().withCaregiver("Nosy", "neighbour", HOME, NOTHING)))
        .isEqualTo(new Refused(Reason.NO_NUMBER));
  }

  @Test
  void for_a_child_only_a_caregiver_is_called() {
    var child = ada().born("2014-03-03").withPhone(MOBILE);

    assertThat(careCall(child)).isEqualTo(new Refused(Reason.CHILD_WITHOUT_CAREGIVER));
    assertThat(number(careCall(child.withCaregiver("Ngozi", "mother", DAUGHTERS, EVERYTHING))))
        .isEqualTo(DAUGHTERS);
  }

  @Test
  void a_childs_caregiver_must_be_allowed_to_know() {
    assertThat(careCall(ada().born("2020-01-01").withCaregiver("Nosy", "neighbour", HOME, NOTHING)))
        .isEqualTo(new Refused(Reason.CHILD_WITHOUT_CAREGIVER));
  }

  @Test
  void childhood_ends_on_the_birthday() {
    assertThat(careCall(ada().born("2014-03-02").withPhone(MOBILE))).isInstanceOf(Allowed.class);
  }

  @Test
  void the_chain_sets_when_childhood_ends() {
    var strict = new PermitPolicy(16, Set.of(CARE_CALLS));

    assertThat(
            strict.decide(
                ada().born("2011-01-01").withPhone(MOBILE).profile(), CARE_CALLS, CALL, TODAY))
        .isEqualTo(new Refused(Reason.CHILD_WITHOUT_CAREGIVER));
  }

  @Test
  void do_not_call_refuses_whatever_was_consented() {
    assertThat(
            careCall(
                ada().withPhone(MOBILE).whoAnswered(CARE_CALLS, CALL, GIVEN).whoSaidNotToCall()))
        .isEqualTo(new Refused(Reason.DO_NOT_CALL));
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "WITHDRAWN"})
  void a_no_to_care_calls_refuses(Consent.State no) {
    assertThat(careCall(ada().withPhone(MOBILE).whoAnswered(CARE_CALLS, CALL, no)))
        .isEqualTo(new Refused(Reason.CONSENT_WITHDRAWN));
  }

  @Test
  void a_no_to_something_else_does_not() {
    var customer =
        ada()
            .withPhone(MOBILE)
            .whoAnswered(CARE_CALLS, SMS, WITHDRAWN)
            .whoAnswered(MARKETING, CALL, DECLINED);

    assertThat(careCall(customer)).isInstanceOf(Allowed.class);
  }

  @Test
  void who_was_never_asked_may_be_called_for_care_and_for_nothing_else() {
    var customer = ada().withPhone(MOBILE).profile();

    assertThat(policy.decide(customer, CARE_CALLS, CALL, TODAY)).isInstanceOf(Allowed.class);
    assertThat(policy.decide(customer, MARKETING, CALL, TODAY))
        .isEqualTo(new Refused(Reason.CONSENT_NOT_GIVEN));
  }

  @Test
  void a_chain_that_wants_to_have_asked_calls_only_who_agreed() {
    var strict = new PermitPolicy(12, Set.of());
    var unasked = ada().withPhone(MOBILE);

    assertThat(strict.decide(unasked.profile(), CARE_CALLS, CALL, TODAY))
        .isEqualTo(new Refused(Reason.CONSENT_NOT_GIVEN));
    assertThat(
            strict.decide(
                unasked.whoAnswered(CARE_CALLS, CALL, GIVEN).profile(), CARE_CALLS, CALL, TODAY))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void a_closed_file_names_why_it_is_closed() {
    assertThat(careCall(ada().withPhone(MOBILE).whoIs(Customer.Status.DECEASED)))
        .isEqualTo(new Refused(Reason.DECEASED));
    assertThat(careCall(ada().withPhone(MOBILE).whoIs(Customer.Status.MERGED)))
        .isEqualTo(new Refused(Reason.MERGED));
    assertThat(careCall(ada().withPhone(MOBILE).whoIs(Customer.Status.ERASED)))
        .isEqualTo(new Refused(Reason.ERASED));
  }

  @Test
  void only_a_number_that_holds_today_is_dialled() {
    var moved =
        ada()
            .withPhone(HOME, PhoneType.HOME, null, "2026-03-01")
            .withPhone(DAUGHTERS, PhoneType.HOME, "2026-03-03", null)
            .withPhone(MOBILE, PhoneType.MOBILE, "2026-03-02", "2026-03-02");

    assertThat(number(careCall(moved))).isEqualTo(MOBILE);
  }

  @Test
  void who_no_longer_or_not_yet_cares_for_the_customer_is_not_called() {
    assertThat(careCall(ada().withCaregiverBetween(null, "2026-03-01", DAUGHTERS)))
        .isEqualTo(new Refused(Reason.NO_NUMBER));
    assertThat(careCall(ada().withCaregiverBetween("2026-03-03", null, DAUGHTERS)))
        .isEqualTo(new Refused(Reason.NO_NUMBER));
    assertThat(number(careCall(ada().withCaregiverBetween("2026-03-02", null, DAUGHTERS))))
        .isEqualTo(DAUGHTERS);
  }

  @Test
  void a_message_goes_where_its_channel_reaches_the_customer() {
    var ada =
        ada()
            .called("Mama Ada")
            .withPhone(HOME, PhoneType.HOME, null, null)
            .withPhone(MOBILE)
            .withEmail("ada@example.org")
            .withAddress(Address.Use.WORK, "1 Mill Lane")
            .withAddress(Address.Use.HOME, "12 Elm Street");

    assertThat(message(ada, SMS)).isEqualTo(new Addressed(MOBILE, "en", "Mama Ada"));
    assertThat(message(ada, EMAIL)).isEqualTo(new Addressed("ada@example.org", "en", "Mama Ada"));
    assertThat(message(ada, POST))
        .isEqualTo(new Addressed("12 Elm Street\nBoston MA 02108\nUS", "en", "Mama Ada"));
    assertThat(message(ada, WECHAT)).isEqualTo(new Refused(Reason.NO_ADDRESS));
    assertThat(message(ada().withPhone(HOME, PhoneType.HOME, null, null), SMS))
        .isEqualTo(new Refused(Reason.NO_ADDRESS));
  }

  @Test
  void a_message_for_a_child_goes_to_the_caregivers_phone() {
    var child = ada().born("2020-01-01").withPhone(MOBILE).withEmail("ada@example.org");

    assertThat(message(child, SMS)).isEqualTo(new Refused(Reason.CHILD_WITHOUT_CAREGIVER));
    child.withCaregiver("Ngozi", "mother", DAUGHTERS, EVERYTHING);
    assertThat(message(child, SMS)).isEqualTo(new Addressed(DAUGHTERS, "en", "Ngozi"));
    assertThat(message(child, EMAIL)).isEqualTo(new Refused(Reason.NO_ADDRESS));
  }

  @Test
  void who_wants_no_call_gets_the_messages_they_said_yes_to_and_no_others() {
    var ada = ada().withPhone(MOBILE).withEmail("ada@example.org").whoSaidNotToCall();

    assertThat(message(ada, SMS)).isEqualTo(new Refused(Reason.DO_NOT_CALL));
    assertThat(message(ada.whoAnswered(CARE_CALLS, SMS, GIVEN), SMS)).isInstanceOf(Addressed.class);
    assertThat(message(ada, EMAIL)).isEqualTo(new Refused(Reason.DO_NOT_CALL));
  }

  @Test
  void a_message_needs_the_consent_of_its_own_purpose_and_channel() {
    var ada = ada().withPhone(MOBILE).withEmail("a@example.org").whoAnswered(MARKETING, SMS, GIVEN);

    assertThat(policy.decideMessage(ada.profile(), MARKETING, SMS, TODAY))
        .isInstanceOf(Addressed.class);
    assertThat(policy.decideMessage(ada.profile(), MARKETING, EMAIL, TODAY))
        .isEqualTo(new Refused(Reason.CONSENT_NOT_GIVEN));
    assertThat(message(ada.whoAnswered(CARE_CALLS, SMS, WITHDRAWN), SMS))
        .isEqualTo(new Refused(Reason.CONSENT_WITHDRAWN));
    assertThat(message(ada.whoIs(Customer.Status.DECEASED), SMS))
        .isEqualTo(new Refused(Reason.DECEASED));
  }

  @Test
  void no_chain_can_allow_marketing_unasked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PermitPolicy(12, Set.of(CARE_CALLS, MARKETING)));
  }

  private Permit message(ProfileMother customer, Consent.Channel channel) {
    return policy.decideMessage(customer.profile(), CARE_CALLS, channel, TODAY);
  }

  private Permit careCall(ProfileMother customer) {
    return policy.decide(customer.profile(), CARE_CALLS, CALL, TODAY);
  }

  private static String number(Permit permit) {
    return ((Allowed) permit).number();
  }

  private static Callee callee(Permit permit) {
    return ((Allowed) permit).callee();
  }
}
