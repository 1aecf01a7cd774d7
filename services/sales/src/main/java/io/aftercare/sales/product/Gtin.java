package io.aftercare.sales.product;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GTIN: 8, 12, 13 or 14 digits, of which the last checks the others. All lengths are one kind of
 * number, kept as 14 digits with zeros in front.
 */
public final class Gtin {

  /** The code system of GTINs. */
  public static final String SYSTEM = "gtin";

  private static final Pattern FORM = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
  private static final int LENGTH = 14;

  private Gtin() {}

  /** As it is kept; a text of another length is left as it is. */
  static String padded(String code) {
    return switch (code.length()) {
      case 8, 12, 13 -> "0".repeat(LENGTH - code.length()) + code;
      default -> code;
    };
  }

  static boolean hasForm(String code) {
    return FORM.matcher(code).matches();
  }

  /** What is wrong with it, as a message to whoever wrote it; null when it is sound. */
  public static @Nullable String flaw(String code) {
    if (!hasForm(code)) {
      return "must be a GTIN of 8, 12, 13 or 14 digits";
    }
    char last = code.charAt(code.length() - 1);
    char check = checkDigit(code.substring(0, code.length() - 1));
    return last == check
        ? null
        : "ends in %c, but the check digit of these digits is %c".formatted(last, check);
  }

  /**
   * The digit that makes a GTIN of these digits; from the right they count three times and once.
   */
  static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int fromRight = digits.length() - i;
      sum += (digits.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
