package io.aftercare.sales.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsualTest {

  static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

  @Test
  void a_supply_ends_after_its_days() {
    Usual usual = Usual.after(null, of("norvasc", MARCH_1, 30));
    assertFalse(usual.isOverdueOn(MARCH_1.plusDays(30)));
    assertTrue(usual.isOverdueOn(MARCH_1.plusDays(31)));
  }

  @Test
  void an_early_refill_moves_the_end_on() {
    Usual usual = Usual.after(null, of("norvasc", MARCH_1, 30));
    usual = Usual.after(usual, of("norvasc", MARCH_1.plusDays(20), 30));
    assertEquals(MARCH_1.plusDays(60), usual.lastsUntil());
  }

  @Test
  void a_late_refill_counts_from_its_own_day() {
    Usual usual = Usual.after(null, of("norvasc", MARCH_1, 30));
    usual = Usual.after(usual, of("norvasc", MARCH_1.plusDays(40), 30));
    assertEquals(MARCH_1.plusDays(70), usual.lastsUntil());
  }

  @Test
  void a_sale_that_arrives_late_does_not_change_the_usual_brand() {
    Usual usual = Usual.after(null, of("norvasc", MARCH_1, 30));
    Dispensing older = of("amlodipine", MARCH_1.minusDays(40), null);
    assertFalse(usual.isLeftBy(older));
    assertEquals("norvasc", Usual.after(usual, older).brand());
  }

  @Test
  void where_nobody_knows_how_long_it_lasts_nothing_is_overdue() {
    assertFalse(Usual.after(null, of("norvasc", MARCH_1, null)).isOverdueOn(MARCH_1.plusYears(1)));
  }

  static Dispensing of(String brand, LocalDate day, @Nullable Integer days) {
    return new Dispensing(new UUID(0, 1), "C08CA01", new UUID(0, 2), 1, brand, day, days);
  }
}
