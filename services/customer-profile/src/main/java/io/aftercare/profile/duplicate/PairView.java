package io.aftercare.profile.duplicate;

import io.aftercare.profile.customer.CustomerView;
import io.aftercare.profile.customer.Person;
import io.aftercare.profile.customer.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two who may be one.
 *
 * @param score in percent
 * @param reasons what speaks for it, and what against
 */
record PairView(int score, List<Likeness.Reason> reasons, Brief one, Brief other) {

  /** As much of a file as tells whether to look closer. */
  record Brief(
      UUID id,
      long version,
      String givenName,
      @Nullable String familyName,
      @Nullable LocalDate birthDate,
      @Nullable String storeId) {

    static Brief of(Profile profile) {
      Person person = profile.person();
      return new Brief(
          profile.id(),
          profile.version(),
          person.givenName(),
          person.familyName(),
          person.birthDate(),
          profile.storeId());
    }
  }

  /**
   * Both files whole.
   *
   * @param differing fields in which they say something else
   */
  record SideBySide(
      int score,
      List<Likeness.Reason> reasons,
      List<String> differing,
      CustomerView one,
      CustomerView other) {

    static SideBySide of(Duplicates.Pair pair) {
      return new SideBySide(
          pair.likeness().score(),
          pair.likeness().reasons(),
          pair.one().particulars().differencesTo(pair.other().particulars()),
          CustomerView.of(pair.one()),
          CustomerView.of(pair.other()));
    }
  }

  static PairView of(Duplicates.Pair pair) {
    return new PairView(
        pair.likeness().score(),
        pair.likeness().reasons(),
        Brief.of(pair.one()),
        Brief.of(pair.other()));
  }
}
