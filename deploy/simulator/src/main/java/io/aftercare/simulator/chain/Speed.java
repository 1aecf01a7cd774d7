package io.aftercare.simulator.chain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast things are sent.
 *
 * @param inFlight requests under way at once
 * @param perSecond items a second at most; 0 for as many as the house takes
 */
public record Speed(int inFlight, int perSecond) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})(/s)?");
  private static final int USUAL_IN_FLIGHT = 4;
  private static final int MOST_IN_FLIGHT = 64;

  public static Speed usual() {
    return new Speed(USUAL_IN_FLIGHT, 0);
  }

  /**
   * Reads {@code 8} as eight requests at once and {@code 500/s} as five hundred items a second.
   *
   * @throws IllegalArgumentException saying what would do
   */
  public static Speed parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      boolean rate = matcher.group(2) != null;
      if (number > 0 && (rate || number <= MOST_IN_FLIGHT)) {
        return rate ? new Speed(USUAL_IN_FLIGHT, number) : new Speed(number, 0);
      }
    }
    throw new IllegalArgumentException(
        "'%s' is neither batches in flight (1 to %d) nor items a second (such as 500/s)"
            .formatted(written, MOST_IN_FLIGHT));
  }
}
