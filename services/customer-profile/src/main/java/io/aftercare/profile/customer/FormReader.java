package io.aftercare.profile.customer;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.phone.PhoneNumbers;
import io.aftercare.profile.phone.PhoneNumbers.NotANumber;
import io.aftercare.profile.phone.PhoneType;
import io.aftercare.profile.phone.Validity;
import io.quarkiverse.resteasy.problem.validation.Violation;
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
import org.jspecify.annotations.Nullable;

/** Reads one form, and gathers everything that is wrong with it. */
final class FormReader {

  /** Who is older than anybody ever was has the wrong birth date. */
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1890, 1, 1);

  private static final Instant EARLIEST_ANSWER = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks of tills differ a little. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  static final String NOT_PAST = "must lie between " + EARLIEST_ANSWER + " and now";

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final NewCustomer form;
  private final PhoneNumbers numbers;
  private final Clock clock;
  private final List<Violation> violations = new ArrayList<>();

  FormReader(NewCustomer form, PhoneNumbers numbers, Clock clock) {
    this.form = form;
    this.numbers = numbers;
    this.clock = clock;
  }

  static Violation violation(String field, String message) {
    return Violation.In.body.field(field).message(message);
  }

  /** Of no later time than now, give or take what clocks differ by. */
  static boolean isPast(Instant at, Instant now) {
    return !at.isAfter(now.plus(CLOCK_SKEW)) && !at.isBefore(EARLIEST_ANSWER);
  }

  /** As exact as the database keeps it. */
  static Instant instant(OffsetDateTime written) {
    return instant(written.toInstant());
  }

  static Instant instant(Instant exact) {
    return exact.truncatedTo(ChronoUnit.MICROS);
  }

  static Consent.Answer answer(NewConsent written, Instant at) {
    return new Consent.Answer(
        written.purpose(),
        written.channel(),
        written.state(),
        written.wording(),
        at,
        written.source(),
        proof(written.proof()));
  }

  /** Whoever shows nothing shows no proof. */
  private static @Nullable Proof proof(@Nullable Proof written) {
    if (written == null) {
      return null;
    }
    var proof = new Proof(text(written.reference()), text(written.text()));
    return proof.reference() == null && proof.text() == null ? null : proof;
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
        numbers.knows(form.country()), "country", "is not a country of ISO 3166-1 with telephones");
    ZoneId zone = zone();
    return new Particulars(
        form.country(),
        person(zone),
        languages(),
        zone,
        window(),
        form.preferredChannel(),
        form.loyaltyTier(),
        phones(),
        caregivers());
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
        text(form.pronunciation()),
        born,
        form.sex(),
        text(form.email()),
        form.wechat(),
        addresses(),
        form.allergies());
  }

  private List<Address> addresses() {
    for (int i = 0; i < form.addresses().size(); i++) {
      check(
          COUNTRIES.contains(form.addresses().get(i).country()),
          "addresses[" + i + "].country",
          "is not a country of ISO 3166-1");
    }
    return form.addresses();
  }

  private static @Nullable String text(@Nullable String written) {
    return written == null || written.isBlank() ? null : written.strip();
  }

  private List<String> languages() {
    List<String> tags = new ArrayList<>();
    for (String written : form.languages()) {
      try {
        String tag = new Locale.Builder().setLanguageTag(written).build().toLanguageTag();
        check(!tag.equals("und"), language(tags), "must be a language tag, such as en or zh-Hant");
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
      check(same == null || number.isEmpty(), field, "is the same number as phones[" + same + "]");
      PhoneType type = written.type() == null ? PhoneType.OTHER : written.type();
      var validity = validity("phones[" + i + "]", written.validFrom(), written.validTo());
      phones.add(new Particulars.Telephone(number, type, validity));
    }
    return List.copyOf(phones);
  }

  private List<Particulars.Carer> caregivers() {
    List<Particulars.Carer> carers = new ArrayList<>();
    for (var written : form.caregivers()) {
      String field = "caregivers[" + carers.size() + "]";
      carers.add(
          new Particulars.Carer(
              written.name().strip(),
              written.relation().strip(),
              number(field + ".phone", written.phone()),
              written.disclose(),
              validity(field, written.validFrom(), written.validTo())));
    }
    return List.copyOf(carers);
  }

  private Validity validity(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
    var validity = new Validity(from, to);
    check(validity.isPossible(), field + ".validTo", "must not be before validFrom");
    return validity;
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
      check(isPast(at, clock.instant()), field, NOT_PAST);
      answers.add(answer(written, at));
    }
    return List.copyOf(answers);
  }
}
