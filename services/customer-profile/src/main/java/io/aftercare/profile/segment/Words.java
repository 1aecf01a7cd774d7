package io.aftercare.profile.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Words by number: few different ones describe a million customers. */
final class Words {

  static final int NONE = -1;

  /** Words of one kind. */
  private static final class Kind {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    synchronized int number(@Nullable String word) {
      if (word == null) {
        return NONE;
      }
      Integer known = numbers.putIfAbsent(word, words.size());
      if (known != null) {
        return known;
      }
      words.add(word);
      return words.size() - 1;
    }

    synchronized boolean[] fitting(Predicate<String> fits) {
      boolean[] fitting = new boolean[words.size()];
      for (int i = 0; i < fitting.length; i++) {
        fitting[i] = fits.test(words.get(i));
      }
      return fitting;
    }
  }

  private final Kind any = new Kind();
  private final Kind currencies = new Kind();
  private final Kind medicines = new Kind();

  /** Of a store, of languages, of answers of consent. */
  int number(@Nullable String word) {
    return any.number(word);
  }

  int currency(@Nullable String currency) {
    return currencies.number(currency);
  }

  int medicine(String atc) {
    return medicines.number(atc);
  }

  /** Which of the words known by now fit; a question about a customer is then a look into it. */
  boolean[] fitting(Predicate<String> fits) {
    return any.fitting(fits);
  }

  /** As {@link #fitting}, of ATC codes. */
  boolean[] fittingMedicines(Predicate<String> fits) {
    return medicines.fitting(fits);
  }
}
