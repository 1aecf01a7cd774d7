package io.aftercare.sales.habit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The brand in a medicine's name, so that another strength or pack of one brand is not taken for
 * another brand. RxNorm writes it in brackets at the end; elsewhere it stands before the strength.
 */
public final class Brand {

  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]+)]\\s*$");
  private static final Pattern BEFORE_STRENGTH = Pattern.compile("^(\\D+)");

  private Brand() {}

  /** The brand in lower case; the whole name where none can be told. */
  public static String of(String name) {
    Matcher bracketed = BRACKETED.matcher(name);
    if (bracketed.find()) {
      return bracketed.group(1).strip().toLowerCase(Locale.ROOT);
    }
    Matcher before = BEFORE_STRENGTH.matcher(name);
    String brand = before.find() ? before.group(1).strip() : "";
    return (brand.isEmpty() ? name : brand).toLowerCase(Locale.ROOT);
  }
}
