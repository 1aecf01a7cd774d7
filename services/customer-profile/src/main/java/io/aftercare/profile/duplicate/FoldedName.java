package io.aftercare.profile.duplicate;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * A name without what tells its spellings apart: in Latin letters without marks, whatever script it
 * was written in; Han characters as Mandarin reads them, kana as they sound.
 *
 * @param given words of the given name, in their folded spelling
 * @param family words of the family name; none where it is unknown
 */
record FoldedName(List<String> given, List<String> family) {

  /** Not thread-safe: one for each thread that compares. */
  private static final ThreadLocal<Transliterator> FOLD =
      ThreadLocal.withInitial(
          () ->
              Transliterator.getInstance(
                  "NFKC; Katakana-Hiragana; Hiragana-Latin; Any-Latin; Latin-ASCII; Lower"));

  private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

  /** By what a person is called at home: the name on their papers. */
  private static final Map<String, String> FORMAL = formalNames();

  static FoldedName of(String given, @Nullable String family) {
    return new FoldedName(words(given), family == null ? List.of() : words(family));
  }

  private static List<String> words(String name) {
    return Stream.of(FOLD.get().transliterate(name).replace("'", "").split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> FORMAL.getOrDefault(word, word))
        .toList();
  }

  /**
   * How alike two names are, from 0 to 1 (Jaro and Winkler's measure), whichever of the two names
   * was written first. The weaker part decides: one family shares a name.
   */
  double likeness(FoldedName other) {
    if (given.isEmpty() || other.given.isEmpty()) {
      return 0;
    }
    double asWritten = pairwise(given, other.given, family, other.family);
    double crossed =
        family.isEmpty() || other.family.isEmpty()
            ? 0
            : pairwise(given, other.family, family, other.given);
    return Math.max(asWritten, crossed);
  }

  private static double pairwise(List<String> a, List<String> b, List<String> c, List<String> d) {
    double first = alike(a, b);
    return c.isEmpty() || d.isEmpty() ? first : Math.min(first, alike(c, d));
  }

  private static double alike(List<String> a, List<String> b) {
    double whole = ALIKE.apply(String.join("", a), String.join("", b));
    // A second given name is often left out.
    return Math.max(whole, a.size() == b.size() ? 0 : ALIKE.apply(a.getFirst(), b.getFirst()));
  }

  private static Map<String, String> formalNames() {
    InputStream file = FoldedName.class.getResourceAsStream("/nicknames.txt");
    if (file == null) {
      throw new IllegalStateException("nicknames.txt is missing");
    }
    Map<String, String> formal = new HashMap<>();
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.strip().split("\\s+"))
          .forEach(
              names -> {
                for (int i = 1; i < names.length; i++) {
                  formal.put(names[i], names[0]);
                }
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return formal;
  }
}
