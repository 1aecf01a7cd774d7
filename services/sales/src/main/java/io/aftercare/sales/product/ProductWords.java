package io.aftercare.sales.product;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that a product is found by, without capitals and accents. */
final class ProductWords {

  /** Ranks, best first. Names that begin with what was typed are what people mean. */
  private static final int THE_CODE = 0;

  private static final int BEGINS_NAME = 1;
  private static final int BEGINS_WORD_OF_NAME = 2;
  private static final int SOMEWHERE = 3;
  private static final int NO_HIT = -1;

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

  /** What is looked for. */
  static final class Query {
    private final String whole;
    private final List<String> words;

    Query(String text) {
      this.whole = folded(text).strip();
      this.words = whole.isEmpty() ? List.of() : List.of(whole.split("\\s+"));
    }
  }

  private final String name;
  private final List<String> codes;
  private final String all;

  ProductWords(Product product) {
    this.name = folded(product.name());
    this.codes = product.allCodes().stream().map(code -> folded(code.code())).toList();
    this.all =
        Stream.concat(
                Stream.of(
                    name,
                    product.strength() == null ? "" : folded(product.strength()),
                    product.form() == null ? "" : folded(product.form()),
                    product.atc() == null ? "" : folded(product.atc())),
                codes.stream())
            .collect(Collectors.joining(" "));
  }

  /** Smaller is better; negative when a word does not occur. */
  int rank(Query query) {
    if (!query.words.stream().allMatch(all::contains)) {
      return NO_HIT;
    }
    // A GTIN is typed without the zeros that it is kept with.
    if (codes.stream()
        .anyMatch(code -> code.equals(query.whole) || code.equals(Gtin.padded(query.whole)))) {
      return THE_CODE;
    }
    if (name.startsWith(query.whole)) {
      return BEGINS_NAME;
    }
    boolean beginsWord =
        query.words.stream().allMatch(word -> name.startsWith(word) || name.contains(" " + word));
    return beginsWord ? BEGINS_WORD_OF_NAME : SOMEWHERE;
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
