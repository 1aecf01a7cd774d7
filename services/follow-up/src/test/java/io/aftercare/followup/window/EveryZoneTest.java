package io.aftercare.followup.window;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The right local morning, everywhere: a million seeded cases over all zones from 2024 to 2030, a
 * third of them around the jumps of the clock. Each due time is checked against the rule's words,
 * and a sample against a minute-hand that looks for an earlier one.
 */
class EveryZoneTest {

  private static final long SEED = 20260310;
  private static final int CASES = 1_000_000;
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final long SECONDS =
      Duration.between(FROM, Instant.parse("2030-12-20T00:00:00Z")).toSeconds();
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
  private static final List<String> REGIONS = List.of("FL", "MA", "OK", "TX", "WA", "XX");
  private static final List<String> COUNTRIES = List.of("US", "DE", "CN", "TH", "EG", "AQ");

  private final CallWindow window = People.window();
  private final WorkingDays workingDays =
      new WorkingDays(
          java.util.EnumSet.complementOf(java.util.EnumSet.of(java.time.DayOfWeek.SUNDAY)),
          new Holidays());

  @Test
  void everyZone() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      ZoneId store = ZONES.get(random.nextInt(ZONES.size()));
      ZoneId customer = random.nextInt(4) > 0 ? store : ZONES.get(random.nextInt(ZONES.size()));
      check(random, i, store, customer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Asia/Beirut"})
  void zonesThatAreSpecial(String name) {
    SplittableRandom random = new SplittableRandom(SEED);
    ZoneId zone = ZoneId.of(name);
    for (int i = 0; i < 20_000; i++) {
      check(random, i, zone, zone);
    }
  }

  private void check(SplittableRandom random, int number, ZoneId store, ZoneId customer) {
    Person person =
        new Person(
            store,
            customer,
            random.nextInt(5) == 0 ? preference(random) : null,
            COUNTRIES.get(random.nextInt(COUNTRIES.size())),
            REGIONS.get(random.nextInt(REGIONS.size())));
    Instant sold = instant(random, store);
    Slot morning = window.nextMorning(sold, EIGHT_HOURS, person, People.MORNING);
    Supplier<String> what =
        () -> "case %d: sold %s, %s: %s".formatted(number, sold, person, morning);

    require(!morning.dueAt().isBefore(sold.plus(EIGHT_HOURS)), "8 h have passed", what);
    checkSlot(morning, person, what);
    if (number % 64 == 0) {
      lookForAnEarlierOne(sold.plus(EIGHT_HOURS), morning, person, what);
    }

    LocalDate day = sold.atZone(store).toLocalDate().plusDays(1 + random.nextInt(30));
    Slot dayN = window.onDay(day, person, Hours.DAY, "day N");
    checkSlot(dayN, person, () -> "day %s, %s: %s".formatted(day, person, dayN));
    require(!dayN.date().isBefore(day.minusDays(1)), "day N is not early", () -> day + ": " + dayN);
  }

  private void checkSlot(Slot slot, Person person, Supplier<String> what) {
    ZonedDateTime local = slot.dueAt().atZone(person.zone());
    LocalTime time = local.toLocalTime();
    require(slot.dueAt().isBefore(slot.closesAt()), "closes after it is due", what);
    require(!time.isBefore(LocalTime.of(9, 0)), "not before 09:00 at the customer's", what);
    require(time.isBefore(LocalTime.of(20, 0)), "before 20:00 at the customer's", what);
    ZonedDateTime end = slot.closesAt().atZone(person.zone());
    require(!end.toLocalTime().isAfter(LocalTime.of(20, 0)), "closed by 20:00", what);
    require(end.toLocalDate().equals(local.toLocalDate()), "closes the same day", what);
    require(workingDays.closedFor(local.toLocalDate(), person) == null, "a working day", what);
    require(window.lawful(slot.dueAt(), person), "lawful", what);
    require(window.lawful(slot.closesAt().minusMillis(1), person), "lawful to its end", what);
    require(
        window.objection(slot.dueAt(), person) == null || person.twoZones(), "no objection", what);
  }

  /**
   * No instant before the due one is within the morning by both clocks, within the preference, on a
   * working day.
   */
  private void lookForAnEarlierOne(
      Instant earliest, Slot slot, Person person, Supplier<String> what) {
    for (Instant t = earliest; t.isBefore(slot.dueAt()); t = t.plusSeconds(300)) {
      boolean fits =
          morning(t, person.storeZone(), person)
              && morning(t, person.zone(), person)
              && preferred(t, person);
      require(!fits, "the first instant", what);
    }
  }

  private boolean morning(Instant t, ZoneId zone, Person person) {
    ZonedDateTime local = t.atZone(zone);
    int hour = local.getHour();
    return hour >= 9 && hour < 12 && workingDays.closedFor(local.toLocalDate(), person) == null;
  }

  private static boolean preferred(Instant t, Person person) {
    Preference wish = person.preference();
    if (wish == null || wish.anyTime()) {
      return true;
    }
    LocalTime time = t.atZone(person.zone()).toLocalTime();
    boolean after = !time.isBefore(wish.from());
    boolean before = time.isBefore(wish.to());
    return wish.overMidnight() ? after || before : after && before;
  }

  private static Preference preference(SplittableRandom random) {
    return new Preference(
        LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)),
        LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)));
  }

  private static Instant instant(SplittableRandom random, ZoneId zone) {
    Instant any = FROM.plusSeconds(random.nextLong(SECONDS));
    ZoneOffsetTransition jump = random.nextInt(3) == 0 ? zone.getRules().nextTransition(any) : null;
    return jump == null || jump.getInstant().isAfter(FROM.plusSeconds(SECONDS))
        ? any
        : jump.getInstant().plusSeconds(random.nextLong(-86_400, 86_400));
  }

  private static void require(boolean holds, String rule, Supplier<String> what) {
    if (!holds) {
      fail(rule + " does not hold in " + what.get());
    }
  }
}
