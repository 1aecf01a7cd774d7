package io.aftercare.profile.permit;

import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Disclosure;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.customer.Profile.KnownCaregiver;
import io.aftercare.profile.customer.Profile.KnownPhone;
import io.aftercare.profile.permit.Permit.Allowed;
import io.aftercare.profile.permit.Permit.Callee;
import io.aftercare.profile.permit.Permit.Reason;
import io.aftercare.profile.permit.Permit.Refused;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the file alone whether and whom to dial. What the customer said comes before what is
 * practical: a refusal of theirs is named before a missing number is.
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
    this.calledThemselvesFrom = calledThemselvesFrom;
    this.unaskedAllows = unaskedAllows;
  }

  /**
   * @param today the date in the customer's zone
   */
  Permit decide(Profile file, Consent.Purpose purpose, Consent.Channel channel, LocalDate today) {
    Reason refusal = refusal(file, purpose, channel);
    if (refusal != null) {
      return new Refused(refusal);
    }
    return isChild(file, today)
        ? caregiver(file)
            .<Permit>map(allowed -> allowed)
            .orElse(new Refused(Reason.CHILD_WITHOUT_CAREGIVER))
        : self(file)
            .or(() -> caregiver(file))
            .<Permit>map(allowed -> allowed)
            .orElse(new Refused(Reason.NO_NUMBER));
  }

  private @Nullable Reason refusal(Profile file, Consent.Purpose purpose, Consent.Channel channel) {
    Reason closed = closed(file.status());
    if (closed != null) {
      return closed;
    }
    if (file.doNotCall()) {
      return Reason.DO_NOT_CALL;
    }
    Optional<Consent.State> answer = file.answer(purpose, channel);
    if (answer.isEmpty()) {
      return unaskedAllows.contains(purpose) ? null : Reason.CONSENT_NOT_GIVEN;
    }
    return answer.get() == Consent.State.GIVEN ? null : Reason.CONSENT_WITHDRAWN;
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

  private static Optional<Allowed> self(Profile file) {
    return file.phones().stream()
        .filter(phone -> !phone.wrong())
        .findFirst()
        .map(KnownPhone::number)
        .map(
            number ->
                new Allowed(
                    number,
                    new Callee(
                        file.person().greeting(), SELF, language(file), Disclosure.EVERYTHING)));
  }

  private static Optional<Allowed> caregiver(Profile file) {
    return file.caregivers().stream()
        .filter(carer -> carer.disclosure().allowsCare() && !carer.wrong())
        .findFirst()
        .map(carer -> new Allowed(carer.phone(), callee(carer, file)));
  }

  private static Callee callee(KnownCaregiver carer, Profile file) {
    return new Callee(carer.name(), carer.relation(), language(file), carer.disclosure());
  }

  private static @Nullable String language(Profile file) {
    return file.languages().isEmpty() ? null : file.languages().getFirst();
  }
}
