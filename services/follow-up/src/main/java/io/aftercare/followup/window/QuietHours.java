package io.aftercare.followup.window;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which local hours the law, or the chain, lets people be called at all, by country and region.
 * Data with sources, in {@code quiet-hours.json}.
 */
public final class QuietHours {

  /**
   * The lawful hours of a place, half-open.
   *
   * @param country ISO 3166-1 alpha-2; absent for everywhere
   * @param region ISO 3166-2 subdivision without the country; absent for all of it
   * @param source where it is written
   */
  public record Law(
      @Nullable String country,
      @Nullable String region,
      LocalTime from,
      LocalTime until,
      String source) {

    boolean holds(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(until);
    }

    /** Programme hours, as far as the law lets them; where that leaves nothing, the law's own. */
    Hours within(Hours hours) {
      LocalTime opens = hours.opens().isBefore(from) ? from : hours.opens();
      LocalTime closes = hours.closes().isAfter(until) ? until : hours.closes();
      if (!opens.isBefore(closes)) {
        return new Hours(from, until, until);
      }
      boolean due = opens.isBefore(hours.dueUntil()) && !hours.dueUntil().isAfter(closes);
      return new Hours(opens, due ? hours.dueUntil() : closes, closes);
    }
  }

  private record Sheet(int version, String note, Law usual, List<Law> laws) {}

  private final Sheet sheet;

  private QuietHours(Sheet sheet) {
    this.sheet = sheet;
    sheet.laws().forEach(QuietHours::check);
    check(sheet.usual());
  }

  /** As the house brings them along. */
  public static QuietHours known() {
    try (var sheet = QuietHours.class.getResourceAsStream("/quiet-hours.json")) {
      return new QuietHours(
          new ObjectMapper().registerModule(new JavaTimeModule()).readValue(sheet, Sheet.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Those of the person's region, else of their country, else the chain's own. */
  Law of(Person person) {
    Law found = sheet.usual();
    for (Law law : sheet.laws()) {
      if (person.country().equals(law.country())) {
        if (law.region() == null) {
          found = found.region() == null ? law : found;
        } else if (law.region().equals(person.region())) {
          found = law;
        }
      }
    }
    return found;
  }

  private static void check(Law law) {
    if (law.from().isBefore(Hours.EARLIEST)
        || law.until().isAfter(Hours.LATEST)
        || !law.from().isBefore(law.until())) {
      throw new IllegalStateException("Hours outside those of the house: " + law);
    }
  }
}
