package io.aftercare.profile.customer;

import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.aftercare.profile.phone.PhoneNumbers;
import io.aftercare.profile.phone.PhoneNumbers.NotANumber;
import io.aftercare.profile.phone.PhoneType;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wrote about a customer, and names everything in it that makes no sense. */
@Singleton
public class Intake {

  /** Who is older than anybody ever was has the wrong birth date. */
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1890, 1, 1);

  private static final Instant EARLIEST_ANSWER = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks of tills differ a little. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final String NOT_PAST = "must lie between " + EARLIEST_ANSWER + " and now";

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

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
    var reader = new Reader(written(form));
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
    var reader = new Reader(written(form));
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
    Instant at = written.at() == null ? instant(clock.instant()) : instant(written.at());
    if (!isPast(at)) {
      throw Problems.invalid("at", NOT_PAST);
    }
    // A fast clock must not outrank what is said after it.
    Instant now = instant(clock.instant());
    return answerAt(written, at.isAfter(now) ? now : at);
  }

  private static Consent.Answer answerAt(NewConsent written, Instant at) {
    return new Consent.Answer(
        written.purpose(), written.channel(), written.state(), written.wording(), at);
  }

  private boolean isPast(Instant at) {
    Instant latest = clock.instant().plus(CLOCK_SKEW);
    return !at.isAfter(latest) && !at.isBefore(EARLIEST_ANSWER);
  }

  /** As exact as the database keeps it. */
  private static Instant instant(OffsetDateTime written) {
    return instant(written.toInstant());
  }

  private static Instant instant(Instant exact) {
    return exact.truncatedTo(ChronoUnit.MICROS);
  }

  /** The id the client brought, or a new one. */
  static UUID idOf(NewCustomer form) {
    return form.id() == null ? Ids.next() : form.id();
  }

  /** A phone number that somebody asks for, in E.164. */
  String phone(String written, String country) {
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
            .map(wrong -> violation(wrong.getPropertyPath().toString(), wrong.getMessage()))
            .toList();
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
    return form;
  }

  private static Violation violation(String field, String message) {
    return Violation.In.body.field(field).message(message);
  }

  /** One form, and what is wrong with it. */
  private final class Reader {

    private final NewCustomer form;
    private final List<Violation> violations = new ArrayList<>();

    Reader(NewCustomer form) {
      this.form = form;
    }

    void check(boolean right, String field, String message) {
      if (!right) {
        violations.add(violation(field, message));
      }
    }

    void complain() {
      if (!violations.isEmpty()) {
        throw Problems.invalid(violations);
      }
    }

    Particulars particulars() {
      check(
          numbers.knows(form.country()),
          "country",
          "is not a country of ISO 3166-1 with telephones");
      ZoneId zone = zone();
      return new Particulars(
          form.country(), person(zone), languages(), zone, window(), phones(), caregivers());
    }

    private Person person(ZoneId zone) {
      LocalDate born = form.birthDate();
      LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
      check(
          born == null || !born.isAfter(today) && !born.isBefore(EARLIEST_BIRTH),
          "birthDate",
          "must lie between " + EARLIEST_BIRTH + " and today");
      return new Person(
          form.givenName().strip(),
          text(form.familyName()),
          text(form.preferredName()),
          born,
          form.sex(),
          form.allergies());
    }

    private static @Nullable String text(@Nullable String written) {
      return written == null || written.isBlank() ? null : written.strip();
    }

    private List<String> languages() {
      List<String> tags = new ArrayList<>();
      for (String written : form.languages()) {
        try {
          String tag = new Locale.Builder().setLanguageTag(written).build().toLanguageTag();
          check(
              !tag.equals("und"), language(tags), "must be a language tag, such as en or zh-Hant");
          tags.add(tag);
        } catch (IllformedLocaleException malformed) {
          check(false, language(tags), "must be a language tag, such as en or zh-Hant");
          tags.add(written);
        }
      }
      return List.copyOf(tags);
    }

    private static String language(List<String> before) {
      return "languages[" + before.size() + "]";
    }

    private ZoneId zone() {
      boolean known = ZONES.contains(form.zone());
      check(known, "zone", "must be an IANA time zone, such as America/New_York");
      return ZoneId.of(known ? form.zone() : "UTC");
    }

    private @Nullable Window window() {
      var written = form.window();
      if (written == null) {
        return null;
      }
      var window =
          new Window(
              written.from().truncatedTo(ChronoUnit.MINUTES),
              written.to().truncatedTo(ChronoUnit.MINUTES));
      check(window.from().isBefore(window.to()), "window.to", "must be later than window.from");
      return window;
    }

    private List<Particulars.Telephone> phones() {
      List<Particulars.Telephone> phones = new ArrayList<>();
      Map<String, Integer> before = new HashMap<>();
      for (int i = 0; i < form.phones().size(); i++) {
        var written = form.phones().get(i);
        String field = "phones[" + i + "].number";
        String number = number(field, written.number());
        Integer same = before.putIfAbsent(number, i);
        check(
            same == null || number.isEmpty(), field, "is the same number as phones[" + same + "]");
        PhoneType type = written.type() == null ? PhoneType.OTHER : written.type();
        phones.add(new Particulars.Telephone(number, type));
      }
      return List.copyOf(phones);
    }

    private List<Particulars.Carer> caregivers() {
      List<Particulars.Carer> carers = new ArrayList<>();
      for (var written : form.caregivers()) {
        String number = number("caregivers[" + carers.size() + "].phone", written.phone());
        carers.add(
            new Particulars.Carer(
                written.name().strip(), written.relation().strip(), number, written.disclose()));
      }
      return List.copyOf(carers);
    }

    private String number(String field, String written) {
      try {
        return numbers.parse(written, form.country());
      } catch (NotANumber not) {
        check(false, field, not.getMessage());
        return "";
      }
    }

    List<Consent.Answer> answers() {
      List<Consent.Answer> answers = new ArrayList<>();
      for (var written : form.consents()) {
        String field = "consents[" + answers.size() + "].at";
        check(written.at() != null, field, "must not be null");
        Instant at = written.at() == null ? clock.instant() : instant(written.at());
        check(isPast(at), field, NOT_PAST);
        answers.add(answerAt(written, at));
      }
      return List.copyOf(answers);
    }
  }
}
