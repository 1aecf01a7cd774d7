package io.aftercare.sales.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.sales.receipt.Pharmacy.Opening;
import io.aftercare.sales.receipt.Pharmacy.SpecialDay;
import io.aftercare.sales.receipt.ReceiptText.Row;
import io.aftercare.sales.receipt.ReceiptText.Service;
import io.aftercare.sales.sale.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeReceiptTest {

  @Test
  void what_the_name_says_already_is_not_said_again() {
    assertNull(Receipts.english().items().getFirst().details());
    assertEquals("100 units/mL", Receipts.english().items().get(1).details());
  }

  @Test
  void the_sum_is_told_before_and_after_what_came_back() {
    assertEquals(
        List.of(
            new Row("Total", "$141.00"),
            new Row("Returned", "-$42.00"),
            new Row("Total after returns", "$99.00")),
        Receipts.english().sums());
  }

  @Test
  void money_is_written_as_the_language_and_currency_want_it() {
    Formats boston = new Formats(Language.EN, "US", ZoneId.of("America/New_York"));
    Formats bangkok = new Formats(Language.TH, "TH", ZoneId.of("Asia/Bangkok"));

    assertEquals("$1,234.50", boston.money(new BigDecimal("1234.5"), "USD"));
    assertEquals("¥1,235", boston.money(new BigDecimal("1235"), "JPY"));
    assertEquals("$0.0125", boston.money(new BigDecimal("0.0125"), "USD"));
    assertEquals("7.50 ABC", boston.money(new BigDecimal("7.5"), "ABC"));
    assertEquals("฿35.00", bangkok.money(new BigDecimal("35"), "THB"));
  }

  @Test
  void the_time_is_the_stores() {
    assertEquals("March 3, 2026, 7:05\u00a0AM", Receipts.english().soldAt());
    assertEquals("2026年3月3日 20:05", Receipts.chinese().soldAt());
    assertEquals("3 มีนาคม 2569 19:05", Receipts.thai().soldAt());
  }

  @Test
  void days_with_the_same_hours_share_a_row() {
    assertEquals(
        List.of(
            new Row("Monday – Saturday", "9:00\u00a0AM – 8:00\u00a0PM"),
            new Row("Sunday", "Closed")),
        Receipts.english().hours());
  }

  @Test
  void a_special_day_is_told_when_it_comes_soon() {
    LocalDate sold = LocalDate.of(2026, 3, 3);
    Pharmacy usual = Receipts.pharmacy("Harbor Pharmacy", "US", List.of(), "1");
    List<Opening> short_ = List.of(new Opening(LocalTime.of(10, 0), LocalTime.NOON));
    Pharmacy pharmacy =
        new Pharmacy(
            usual.name(),
            usual.country(),
            usual.address(),
            usual.phone(),
            usual.hours(),
            List.of(
                new SpecialDay(sold.plusDays(40), List.of(), "far away"),
                new SpecialDay(sold.plusDays(3), short_, null),
                new SpecialDay(sold.plusDays(1), List.of(), "Founders' day"),
                new SpecialDay(sold.minusDays(1), List.of(), "over")),
            List.of(),
            null,
            null,
            true);

    List<Row> hours = receipt(pharmacy).hours();

    assertEquals(
        List.of(
            new Row("March 4, 2026 (Founders' day)", "Closed"),
            new Row("March 6, 2026", "10:00\u00a0AM – 12:00\u00a0PM")),
        hours.subList(2, hours.size()));
  }

  @Test
  void a_store_may_print_no_prices() {
    Pharmacy pharmacy =
        new Pharmacy(
            "Harbor Pharmacy",
            "US",
            List.of(),
            null,
            java.util.Map.of(),
            List.of(),
            List.of(),
            "Welcome",
            "Come again",
            false);

    ReceiptText receipt = receipt(pharmacy);

    assertNull(receipt.items().getFirst().price());
    assertNull(receipt.items().getFirst().unitPrice());
    assertTrue(receipt.sums().isEmpty());
    assertEquals("Welcome", receipt.header());
    assertNull(receipt.dial());
  }

  @Test
  void a_service_at_its_end_promises_nothing_more() {
    assertEquals(
        List.of(
            new Service(
                "Delivery to your home",
                "under-way",
                "Under way",
                "Promised for March 4, 2026, 7:05\u00a0AM"),
            new Service("Herbal medicine prepared for you", "cancelled", "Cancelled", null)),
        Receipts.english().services());
  }

  private static ReceiptText receipt(Pharmacy pharmacy) {
    Purchase purchase =
        Receipts.purchase(
            "America/New_York",
            "USD",
            false,
            List.of(Receipts.item("Aspirin", null, null, 1, 0, "3", null)));
    return Receipts.compose(Language.EN, purchase, pharmacy, List.of());
  }
}
