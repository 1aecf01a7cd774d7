package io.aftercare.followup.refill;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.known.KnownSale;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long medicines last, a rule at a time. */
class SuppliesTest {

  private static final String LISINOPRIL = "C09AA03";
  private final KnownSale first = sale("2026-03-01", false, line(1, LISINOPRIL, 30));
  private final KnownSale early = sale("2026-03-21", false, line(1, LISINOPRIL, 30));

  @Test
  void aSupplyEndsSoManyDaysAfterItsPickUp() {
    assertThat(Supplies.only(first).end(first, first.lines().getFirst())).isEqualTo("2026-03-31");
    assertThat(Supplies.only(first).refilled(first, first.lines().getFirst())).isFalse();
  }

  @Test
  void whatIsFetchedEarlyIsAddedToWhatIsLeft() {
    Supplies supplies = Supplies.of(List.of(early, first));

    assertThat(supplies.end(early, early.lines().getFirst())).isEqualTo("2026-04-30");
    assertThat(supplies.refilled(first, first.lines().getFirst())).isTrue();
    assertThat(supplies.refilled(early, early.lines().getFirst())).isFalse();
  }

  @Test
  void aGapIsNotMadeUpFor() {
    KnownSale late = sale("2026-04-10", false, line(1, LISINOPRIL, 30));

    assertThat(Supplies.of(List.of(first, late)).end(late, late.lines().getFirst()))
        .isEqualTo("2026-05-10");
  }

  @Test
  void whatWasVoidedOrCameBackNeverCounted() {
    KnownSale voided = sale("2026-03-21", true, line(1, LISINOPRIL, 30));
    KnownSale back = sale("2026-03-22", false, returned(1, LISINOPRIL, 30));

    Supplies supplies = Supplies.of(List.of(first, voided, back));

    assertThat(supplies.refilled(first, first.lines().getFirst())).isFalse();
    assertThat(supplies.end(back, back.lines().getFirst())).isNull();
  }

  @Test
  void anotherBrandOfTheSameSubstanceIsTheSameMedicineAndAnotherSubstanceIsNot() {
    KnownSale brand = sale("2026-03-21", false, line(4, LISINOPRIL, 30));
    KnownSale other = sale("2026-03-21", false, line(1, "C09AA02", 30));

    assertThat(Supplies.of(List.of(first, brand)).refilled(first, first.lines().getFirst()))
        .isTrue();
    assertThat(Supplies.of(List.of(first, other)).refilled(first, first.lines().getFirst()))
        .isFalse();
    assertThat(Supplies.related(first, brand)).isTrue();
    assertThat(Supplies.related(first, other)).isFalse();
  }

  @Test
  void severalLinesOfAMedicineAddUp() {
    KnownSale two = sale("2026-03-01", false, line(1, LISINOPRIL, 30), line(2, LISINOPRIL, 60));

    assertThat(Supplies.only(two).end(two, two.lines().getFirst())).isEqualTo("2026-05-30");
  }

  @Test
  void theOrderInWhichTheyAreToldDoesNotMatter() {
    List<KnownSale> sales = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      sales.add(sale("2026-0%d-%02d".formatted(i, 3 * i), false, line(1, LISINOPRIL, 28)));
    }
    KnownSale last = sales.getLast();
    var end = Supplies.of(sales).end(last, last.lines().getFirst());
    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(sales, new Random(seed));

      assertThat(Supplies.of(sales).end(last, last.lines().getFirst())).isEqualTo(end);
    }
  }

  private static KnownSale sale(String date, boolean voided, KnownSale.Line... lines) {
    return new KnownSale(
        UUID.randomUUID(),
        1,
        voided,
        "boston-1",
        ZoneId.of("America/New_York"),
        "US",
        "MA",
        OffsetDateTime.parse(date + "T15:00:00-04:00"),
        UUID.randomUUID(),
        false,
        false,
        false,
        false,
        List.of(lines));
  }

  private static KnownSale.Line line(int number, String atc, @Nullable Integer days) {
    return line(number, atc, days, false);
  }

  private static KnownSale.Line returned(int number, String atc, @Nullable Integer days) {
    return line(number, atc, days, true);
  }

  private static KnownSale.Line line(
      int number, String atc, @Nullable Integer days, boolean returned) {
    return new KnownSale.Line(
        number,
        "Medicine " + number,
        atc,
        false,
        false,
        true,
        true,
        false,
        false,
        returned,
        days,
        "rxnorm",
        "1000" + number);
  }
}
