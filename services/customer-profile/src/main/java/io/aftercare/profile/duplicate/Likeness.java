package io.aftercare.profile.duplicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.customer.Person;
import io.aftercare.profile.customer.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for two files being one person's.
 *
 * @param score in percent; a person decides, never the score
 * @param reasons what speaks for it, and what against
 */
record Likeness(int score, List<Reason> reasons) {

  /** From here on it is worth a person's look. */
  static final int WORTH_A_LOOK = 60;

  private static final double SAME_NAME = 0.96;
  private static final double LIKE_NAME = 0.88;
  private static final double OTHER_NAME = 0.75;

  /** What speaks for it or against, with its weight in percent. */
  enum Reason {
    @JsonProperty("same-phone")
    SAME_PHONE(30),
    @JsonProperty("caregiver-s-phone")
    CAREGIVERS_PHONE(10),
    @JsonProperty("same-email")
    SAME_EMAIL(20),
    @JsonProperty("same-birth-date")
    SAME_BIRTH_DATE(35),
    @JsonProperty("birth-date-with-a-slip")
    BIRTH_DATE_WITH_A_SLIP(20),
    @JsonProperty("same-name")
    SAME_NAME(35),
    @JsonProperty("like-name")
    LIKE_NAME(25),
    @JsonProperty("other-birth-date")
    OTHER_BIRTH_DATE(-40),
    @JsonProperty("other-name")
    OTHER_NAME(-40),
    @JsonProperty("other-sex")
    OTHER_SEX(-20);

    private final int weight;

    Reason(int weight) {
      this.weight = weight;
    }
  }

  static Likeness of(Profile a, Profile b) {
    List<Reason> reasons = new ArrayList<>();
    reasons.addAll(phones(a, b));
    if (a.person().email() != null && a.person().email().equalsIgnoreCase(b.person().email())) {
      reasons.add(Reason.SAME_EMAIL);
    }
    reasons.addAll(names(a.person(), b.person()));
    reasons.addAll(births(a.person().birthDate(), b.person().birthDate()));
    if (a.person().sex() != null
        && b.person().sex() != null
        && a.person().sex() != b.person().sex()) {
      reasons.add(Reason.OTHER_SEX);
    }
    int sum = reasons.stream().mapToInt(reason -> reason.weight).sum();
    return new Likeness(Math.clamp(sum, 0, 100), List.copyOf(reasons));
  }

  private static List<Reason> phones(Profile a, Profile b) {
    if (shares(own(a), own(b))) {
      return List.of(Reason.SAME_PHONE);
    }
    return shares(own(a), carers(b)) || shares(carers(a), own(b)) || shares(carers(a), carers(b))
        ? List.of(Reason.CAREGIVERS_PHONE)
        : List.of();
  }

  private static boolean shares(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return !both.isEmpty();
  }

  private static Set<String> own(Profile file) {
    return file.phones().stream().map(Profile.KnownPhone::number).collect(Collectors.toSet());
  }

  private static Set<String> carers(Profile file) {
    return file.caregivers().stream()
        .map(Profile.KnownCaregiver::phone)
        .collect(Collectors.toSet());
  }

  private static List<Reason> names(Person a, Person b) {
    double likeness =
        spellings(a)
            .flatMap(one -> spellings(b).map(one::likeness))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    if (likeness >= SAME_NAME) {
      return List.of(Reason.SAME_NAME);
    }
    if (likeness >= LIKE_NAME) {
      return List.of(Reason.LIKE_NAME);
    }
    return likeness < OTHER_NAME ? List.of(Reason.OTHER_NAME) : List.of();
  }

  /** As on the papers, and as the person likes to be called. */
  private static Stream<FoldedName> spellings(Person person) {
    Stream<FoldedName> papers = Stream.of(FoldedName.of(person.givenName(), person.familyName()));
    return person.preferredName() == null
        ? papers
        : Stream.concat(
            papers, Stream.of(FoldedName.of(person.preferredName(), person.familyName())));
  }

  private static List<Reason> births(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return List.of();
    }
    if (a.equals(b)) {
      return List.of(Reason.SAME_BIRTH_DATE);
    }
    return List.of(isSlip(a, b) ? Reason.BIRTH_DATE_WITH_A_SLIP : Reason.OTHER_BIRTH_DATE);
  }

  /** One of the three parts differs, or day and month changed places. */
  private static boolean isSlip(LocalDate a, LocalDate b) {
    int same =
        (a.getYear() == b.getYear() ? 1 : 0)
            + (a.getMonthValue() == b.getMonthValue() ? 1 : 0)
            + (a.getDayOfMonth() == b.getDayOfMonth() ? 1 : 0);
    boolean swapped =
        a.getYear() == b.getYear()
            && a.getMonthValue() == b.getDayOfMonth()
            && a.getDayOfMonth() == b.getMonthValue();
    return same == 2 || swapped;
  }
}
