package io.aftercare.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.demo.DemoData.DemoStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoSalesTest {

  private static final DemoData DATA = DemoData.load(Catalogue.demo());
  private static final Instant MONDAY = Instant.parse("2026-03-02T05:00:00Z");

  /** Each hour of two weeks, one of them with a change of summer time in America. */
  static Stream<Instant> everyHour() {
    return LongStream.range(0, 14 * 24).mapToObj(hour -> MONDAY.plus(Duration.ofHours(hour)));
  }

  @ParameterizedTest
  @MethodSource("everyHour")
  void atAnyHourOfAnyWeekdayThereAreTenPeopleToCall(Instant now) {
    long toCall =
        DATA.stores().stream()
            .filter(home -> isCallingTime(now.atZone(zone(home))))
            .flatMap(home -> salesAt(home, now).stream())
            .filter(sale -> sale.clientSaleId().contains("-evening-"))
            .count();

    DayOfWeek newYork = now.atZone(ZoneId.of("America/New_York")).getDayOfWeek();
    if (newYork != DayOfWeek.SATURDAY && newYork != DayOfWeek.SUNDAY) {
      assertThat(toCall).isGreaterThanOrEqualTo(10);
    }
  }

  @ParameterizedTest
  @MethodSource("everyHour")
  void everyEveningSaleIsRipeAtNineNextMorning(Instant now) {
    for (DemoStore home : DATA.stores()) {
      for (NewSale sale : salesAt(home, now)) {
        assertThat(sale.occurredAt().toInstant()).isBefore(now);
        if (sale.clientSaleId().contains("-evening-")) {
          ZonedDateTime nine =
              now.atZone(zone(home)).toLocalDate().atTime(LocalTime.of(9, 0)).atZone(zone(home));
          assertThat(sale.occurredAt().getHour()).isBetween(20, 23);
          assertThat(sale.occurredAt().plusHours(8).toInstant())
              .isBeforeOrEqualTo(nine.toInstant());
        }
      }
    }
  }

  @Test
  void theSameDayBringsTheSameSales() {
    DemoStore boston = DATA.stores().getFirst();

    assertThat(salesAt(boston, MONDAY.plus(Duration.ofHours(1))))
        .isEqualTo(salesAt(boston, MONDAY.plus(Duration.ofHours(20))));
  }

  @Test
  void theNextDayBringsItsOwn() {
    DemoStore boston = DATA.stores().getFirst();
    List<String> monday = salesAt(boston, MONDAY).stream().map(NewSale::clientSaleId).toList();

    assertThat(salesAt(boston, MONDAY.plus(Duration.ofDays(1))))
        .extracting(NewSale::clientSaleId)
        .doesNotContainAnyElementsOf(monday)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[A-Za-z0-9._-]{1,64}"));
  }

  private static boolean isCallingTime(ZonedDateTime local) {
    return local.getDayOfWeek() != DayOfWeek.SUNDAY && local.getHour() >= 9 && local.getHour() < 20;
  }

  private static List<NewSale> salesAt(DemoStore home, Instant now) {
    return new DemoSales(home, DATA.articles(), DATA.peopleOf(home.store())).upTo(now);
  }

  private static ZoneId zone(DemoStore home) {
    return ZoneId.of(home.store().zone());
  }
}
