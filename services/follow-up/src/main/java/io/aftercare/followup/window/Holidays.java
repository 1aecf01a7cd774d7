package io.aftercare.followup.window;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Public and bank holidays by country and region: the library's calendars, and ours (in {@code
 * calendars/}, in the same format) for countries it lacks. Both the day itself and the weekday it
 * is observed on count.
 */
public final class Holidays {

  private static final Logger LOG = Logger.getLogger(Holidays.class);

  private record Key(String country, @Nullable String region, int year) {}

  private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();
  private final Map<Key, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

  /**
   * The holiday's name; absent on an ordinary day, and where no calendar of the country is known.
   *
   * @param country ISO 3166-1 alpha-2, in either case
   * @param region ISO 3166-2 subdivision without the country; an unknown one keeps the country's
   *     own holidays
   */
  public @Nullable String on(LocalDate date, String country, @Nullable String region) {
    return known
        .computeIfAbsent(new Key(country, region, date.getYear()), this::holidays)
        .get(date);
  }

  private Map<LocalDate, String> holidays(Key key) {
    Map<LocalDate, String> names = new HashMap<>();
    calendar(key.country())
        .ifPresent(
            calendar -> {
              // A holiday early in January may be observed in the old year, and the other way
              // round.
              for (int year = key.year() - 1; year <= key.year() + 1; year++) {
                add(calendar, year, key.region(), names);
              }
            });
    return Map.copyOf(names);
  }

  private static void add(
      HolidayManager calendar, int year, @Nullable String region, Map<LocalDate, String> names) {
    String[] regions =
        region == null ? new String[0] : new String[] {region.toLowerCase(Locale.ROOT)};
    for (Holiday holiday : calendar.getHolidays(Year.of(year), regions)) {
      if (holiday.getType() != HolidayType.OBSERVANCE) {
        String name = name(holiday);
        names.put(holiday.getActualDate(), name);
        holiday.getObservedDate().ifPresent(observed -> names.putIfAbsent(observed, name));
      }
    }
  }

  /** From the key, {@code NEW_YEAR}: the library's own texts follow the language of the machine. */
  private static String name(Holiday holiday) {
    return Arrays.stream(holiday.getPropertiesKey().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private Optional<HolidayManager> calendar(String country) {
    return calendars.computeIfAbsent(country.toLowerCase(Locale.ROOT), Holidays::load);
  }

  private static Optional<HolidayManager> load(String country) {
    URL own = Holidays.class.getResource("/calendars/Holidays_" + country + ".xml");
    if (own != null) {
      return Optional.of(HolidayManager.getInstance(ManagerParameters.create(own)));
    }
    if (HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
      return Optional.of(HolidayManager.getInstance(ManagerParameters.create(country)));
    }
    LOG.warnf("No holiday calendar, country=%s: only its working weekdays are kept", country);
    return Optional.empty();
  }
}
