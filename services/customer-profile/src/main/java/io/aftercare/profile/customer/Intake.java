package io.aftercare.profile.customer;

import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.aftercare.profile.phone.PhoneNumbers;
import io.aftercare.profile.phone.PhoneNumbers.NotANumber;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wrote about a customer, and names everything in it that makes no sense. */
@Singleton
public class Intake {

  private final Validator validator;
  private final PhoneNumbers numbers;
  private final Clock clock;

  Intake(Validator validator, PhoneNumbers numbers, Clock clock) {
    this.validator = validator;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * A new customer's particulars and answers.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every field that is wrong
   */
  Particulars.Registered registration(@Nullable NewCustomer form) {
    var reader = new FormReader(written(form), numbers, clock);
    Particulars particulars = reader.particulars();
    List<Consent.Answer> answers = reader.answers();
    reader.complain();
    return new Particulars.Registered(particulars, answers);
  }

  /**
   * A known customer's particulars, corrected.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every field that is wrong
   */
  Particulars correction(UUID id, @Nullable NewCustomer form) {
    var reader = new FormReader(written(form), numbers, clock);
    reader.check(
        form.id() == null || form.id().equals(id), "id", "is another customer's than the path's");
    reader.check(
        form.consents().isEmpty(),
        "consents",
        "are not corrected here: PUT /customers/{id}/consents records an answer");
    reader.check(
        form.allergies().isEmpty(),
        "allergies",
        "are not corrected here: PUT /customers/{id}/allergies records them");
    Particulars particulars = reader.particulars();
    reader.complain();
    return particulars;
  }

  /**
   * An answer that is written down by itself; of now, where it does not say when.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is of no possible time
   */
  public Consent.Answer answer(NewConsent written) {
    Instant now = FormReader.instant(clock.instant());
    Instant at = written.at() == null ? now : FormReader.instant(written.at());
    if (!FormReader.isPast(at, now)) {
      throw Problems.invalid("at", FormReader.NOT_PAST);
    }
    // A fast clock must not outrank what is said after it.
    return FormReader.answer(written, at.isAfter(now) ? now : at);
  }

  /** The id the client brought, or a new one. */
  static UUID idOf(NewCustomer form) {
    return form.id() == null ? Ids.next() : form.id();
  }

  /**
   * Whom somebody asks for.
   *
   * @param country whose numbering plan a phone without a country code follows
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 unless it is either a phone or an
   *     e-mail
   */
  FindCustomers.Sought sought(
      @Nullable String phone, @Nullable String country, @Nullable String email) {
    boolean byPhone = phone != null && !phone.isBlank();
    boolean byEmail = email != null && !email.isBlank();
    if (byPhone == byEmail) {
      throw Problems.invalid(
          byPhone ? "email" : "phone",
          byPhone ? "is one too many beside phone" : "or email is needed");
    }
    return byPhone
        ? new FindCustomers.Sought.ByPhone(phone(phone, country))
        : new FindCustomers.Sought.ByEmail(email.strip());
  }

  private String phone(String written, @Nullable String country) {
    if (country == null) {
      throw Problems.invalid("country", "must not be null");
    }
    try {
      return numbers.parse(written, country);
    } catch (NotANumber not) {
      throw Problems.invalid("phone", not.getMessage());
    }
  }

  private NewCustomer written(@Nullable NewCustomer form) {
    if (form == null) {
      throw Problems.invalid("body", "must be a customer");
    }
    List<Violation> violations =
        validator.validate(form).stream()
            .map(
                wrong ->
                    FormReader.violation(wrong.getPropertyPath().toString(), wrong.getMessage()))
            .toList();
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
    return form;
  }
}
