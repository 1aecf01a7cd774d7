package io.aftercare.profile.permit;

import io.aftercare.profile.customer.Address;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Disclosure;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.customer.Profile.KnownCaregiver;
import io.aftercare.profile.customer.Profile.KnownPhone;
import io.aftercare.profile.permit.Permit.Addressed;
import io.aftercare.profile.permit.Permit.Allowed;
import io.aftercare.profile.permit.Permit.Callee;
import io.aftercare.profile.permit.Permit.Reason;
import io.aftercare.profile.permit.Permit.Refused;
import io.aftercare.profile.phone.PhoneType;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the file alone whether and whom to dial, and whether and where to send a message.
 * What the customer said comes before what is practical: a refusal of theirs is named before a
 * missing number is.
 */
final class PermitPolicy {

  private static final String SELF = "self";

  private final int calledThemselvesFrom;
  private final Set<Consent.Purpose> unaskedAllows;

  /**
   * @param calledThemselvesFrom years of age; below, only a caregiver is called
   * @param unaskedAllows purposes for which nobody needs to have been asked
   */
  PermitPolicy(int calledThemselvesFrom, Set<Consent.Purpose> unaskedAllows) {
    if (unaskedAllows.contains(Consent.Purpose.MARKETING)) {
      throw new IllegalArgumentException("Marketing is never allowed unasked");
    }
    this.calledThemselvesFrom = calledThemselvesFrom;
    this.unaskedAllows = unaskedAllows;
  }

  /**
   * @param today the date in the customer's zone
   */
  Permit decide(Profile file, Consent.Purpose purpose, Consent.Channel channel, LocalDate today) {
    Reason refusal = closed(file);
    if (refusal == null && file.doNotCall()) {
      refusal = Reason.DO_NOT_CALL;
    }
    if (refusal == null) {
      refusal = unwanted(file.answer(purpose, channel), purpose);
    }
    if (refusal != null) {
      return new Refused(refusal);
    }
    return isChild(file, today)
        ? caregiver(file, today)
            .<Permit>map(allowed -> allowed)
            .orElse(new Refused(Reason.CHILD_WITHOUT_CAREGIVER))
        : self(file, today)
            .or(() -> caregiver(file, today))
            .<Permit>map(allowed -> allowed)
            .orElse(new Refused(Reason.NO_NUMBER));
  }

  /**
   * Who does not want to be called gets no message either, but those they said yes to.
   *
   * @param channel any but the call
   * @param today the date in the customer's zone
   */
  Permit decideMessage(
      Profile file, Consent.Purpose purpose, Consent.Channel channel, LocalDate today) {
    Optional<Consent.State> answer = file.answer(purpose, channel);
    Reason refusal = closed(file);
    if (refusal == null && file.doNotCall() && answer.isEmpty()) {
      refusal = Reason.DO_NOT_CALL;
    }
    if (refusal == null) {
      refusal = unwanted(answer, purpose);
    }
    if (refusal != null) {
      return new Refused(refusal);
    }
    return isChild(file, today)
        ? parent(file, channel, today)
        : address(file, channel, today)
            .<Permit>map(to -> new Addressed(to, language(file), file.person().greeting()))
            .orElse(new Refused(Reason.NO_ADDRESS));
  }

  /** Of a child's caregivers only the phone is known. */
  private static Permit parent(Profile file, Consent.Channel channel, LocalDate today) {
    Optional<Allowed> parent = caregiver(file, today);
    if (parent.isEmpty()) {
      return new Refused(Reason.CHILD_WITHOUT_CAREGIVER);
    }
    return channel == Consent.Channel.SMS
        ? new Addressed(
            parent.get().number(), parent.get().callee().language(), parent.get().callee().name())
        : new Refused(Reason.NO_ADDRESS);
  }

  private static Optional<String> address(Profile file, Consent.Channel channel, LocalDate today) {
    return switch (channel) {
      case CALL -> throw new IllegalArgumentException("A call is no message");
      case SMS -> mobile(file, today);
      case EMAIL -> Optional.ofNullable(file.person().email());
      case WECHAT -> Optional.ofNullable(file.person().wechat());
      case POST ->
          file.person().addresses().stream()
              .filter(address -> address.use() != Address.Use.WORK)
              .findFirst()
              .map(Address::label);
    };
  }

  /** Telephones at home and at work do not read. */
  private static Optional<String> mobile(Profile file, LocalDate today) {
    return file.phones().stream()
        .filter(phone -> phone.holdsOn(today))
        .filter(phone -> phone.type() == PhoneType.MOBILE || phone.type() == PhoneType.OTHER)
        .min(Comparator.comparing(KnownPhone::type))
        .map(KnownPhone::number);
  }

  private @Nullable Reason unwanted(Optional<Consent.State> answer, Consent.Purpose purpose) {
    if (answer.isEmpty()) {
      return unaskedAllows.contains(purpose) ? null : Reason.CONSENT_NOT_GIVEN;
    }
    return answer.get() == Consent.State.GIVEN ? null : Reason.CONSENT_WITHDRAWN;
  }

  /** A file that is restricted is kept, and not worked with. */
  private static @Nullable Reason closed(Profile file) {
    Reason closed = closed(file.status());
    return closed == null && file.restricted() ? Reason.RESTRICTED : closed;
  }

  static @Nullable Reason closed(Customer.Status status) {
    return switch (status) {
      case ACTIVE -> null;
      case MERGED -> Reason.MERGED;
      case ERASED -> Reason.ERASED;
      case DECEASED -> Reason.DECEASED;
    };
  }

  private boolean isChild(Profile file, LocalDate today) {
    LocalDate born = file.person().birthDate();
    return born != null && Period.between(born, today).getYears() < calledThemselvesFrom;
  }

  private static Optional<Allowed> self(Profile file, LocalDate today) {
    return file.phones().stream()
        .filter(phone -> phone.holdsOn(today))
        .findFirst()
        .map(KnownPhone::number)
        .map(
            number ->
                new Allowed(
                    number,
                    new Callee(
                        file.person().greeting(),
                        SELF,
                        language(file),
                        Disclosure.EVERYTHING,
                        file.takeCare(today))));
  }

  private static Optional<Allowed> caregiver(Profile file, LocalDate today) {
    return file.caregivers().stream()
        .filter(carer -> carer.mayBeCalledOn(today))
        .findFirst()
        .map(carer -> new Allowed(carer.phone(), callee(carer, file, today)));
  }

  private static Callee callee(KnownCaregiver carer, Profile file, LocalDate today) {
    return new Callee(
        carer.name(), carer.relation(), language(file), carer.disclosure(), file.takeCare(today));
  }

  private static @Nullable String language(Profile file) {
    return file.languages().isEmpty() ? null : file.languages().getFirst();
  }
}
