package io.aftercare.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads how far a clock is to be shifted: {@code +8h}, {@code -90m}, {@code 1d12h}, or ISO-8601
 * such as {@code PT8H}.
 */
final class ClockShift implements ITypeConverter<Duration> {

  private static final Pattern SHORT =
      Pattern.compile("([+-]?)(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?");

  @Override
  public Duration convert(String text) {
    return parse(text);
  }

  static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches() && matcher.end() > matcher.end(1)) {
      Duration shift =
          Duration.ofDays(number(matcher.group(2)))
              .plusHours(number(matcher.group(3)))
              .plusMinutes(number(matcher.group(4)))
              .plusSeconds(number(matcher.group(5)));
      return matcher.group(1).equals("-") ? shift.negated() : shift;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no clock shift; try +8h, -90m, 1d12h or PT8H");
    }
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
