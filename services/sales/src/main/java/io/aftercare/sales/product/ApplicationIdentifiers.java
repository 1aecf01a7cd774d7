package io.aftercare.sales.product;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The GS1 application identifiers that packs of medicines and the cases around them carry: how long
 * the value of each is, and of what it is made. Others are not known here, and where nothing parts
 * them from the rest, nothing can be read after them.
 */
final class ApplicationIdentifiers {

  private static final int LONGEST = 4;

  /** What the standard allows in a text value. */
  private static final Pattern TEXT = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]*");

  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  /**
   * What a value looks like.
   *
   * @param fixed its end needs no separator
   */
  record Form(boolean digits, int shortest, int longest, boolean fixed) {

    /** What is wrong with the value; null when it is sound. */
    @Nullable String flaw(String value) {
      if (value.length() < shortest || value.length() > longest) {
        return shortest == longest
            ? "must have %d characters, not %d".formatted(longest, value.length())
            : "must have %d to %d characters, not %d".formatted(shortest, longest, value.length());
      }
      if (digits) {
        return DIGITS.matcher(value).matches() ? null : "must be digits";
      }
      return TEXT.matcher(value).matches() ? null : "holds a character that GS1 does not allow";
    }
  }

  private static final Map<String, Form> KNOWN = known();

  /** National numbers of medicines, by the names of their systems. */
  private static final Map<String, String> NATIONAL =
      Map.of(
          "710", "pzn",
          "711", "cip",
          "712", "cn-es",
          "713", "drn",
          "714", "aim",
          "715", "ndc",
          "716", "aic",
          "717", "nhrn-717");

  private ApplicationIdentifiers() {}

  static Optional<Form> form(String identifier) {
    return Optional.ofNullable(KNOWN.get(identifier));
  }

  /** The code system of the national numbers that this identifier stands for, if it does. */
  static Optional<String> nationalSystem(String identifier) {
    return Optional.ofNullable(NATIONAL.get(identifier));
  }

  /** The identifier that the text begins with at this place; none begins another. */
  static Optional<String> at(String text, int place) {
    for (int end = place + 2; end <= Math.min(text.length(), place + LONGEST); end++) {
      String identifier = text.substring(place, end);
      if (KNOWN.containsKey(identifier)) {
        return Optional.of(identifier);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Form> known() {
    Map<String, Form> known = new HashMap<>();
    fixed(known, 18, "00");
    fixed(known, 14, "01", "02", "03");
    fixed(known, 6, "11", "12", "13", "15", "16", "17");
    fixed(known, 2, "20");
    text(known, 20, "10", "21", "22");
    digits(known, 8, "30", "37");
    text(known, 28, "235");
    text(known, 30, "240", "241", "250", "251", "400", "401", "403");
    digits(known, 6, "242");
    fixed(known, 13, "410", "411", "412", "413", "414", "415", "416", "417");
    text(known, 20, "420", "254", "243");
    known.put("422", new Form(true, 3, 3, false));
    text(known, 20, "710", "711", "712", "713", "714", "715", "716", "717");
    known.put("7003", new Form(true, 10, 10, false));
    digits(known, 4, "7004");
    text(known, 20, "7020");
    known.put("8006", new Form(true, 18, 18, false));
    text(known, 70, "8200");
    text(known, 30, "90");
    for (int own = 91; own <= 99; own++) {
      text(known, 90, Integer.toString(own));
    }
    return Map.copyOf(known);
  }

  private static void fixed(Map<String, Form> known, int length, String... identifiers) {
    for (String identifier : identifiers) {
      known.put(identifier, new Form(true, length, length, true));
    }
  }

  private static void digits(Map<String, Form> known, int longest, String... identifiers) {
    for (String identifier : identifiers) {
      known.put(identifier, new Form(true, 1, longest, false));
    }
  }

  private static void text(Map<String, Form> known, int longest, String... identifiers) {
    for (String identifier : identifiers) {
      known.put(identifier, new Form(false, 1, longest, false));
    }
  }
}
