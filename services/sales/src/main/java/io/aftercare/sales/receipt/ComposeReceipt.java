package io.aftercare.sales.receipt;

import io.aftercare.sales.receipt.Pharmacy.Opening;
import io.aftercare.sales.receipt.Pharmacy.SpecialDay;
import io.aftercare.sales.receipt.ReceiptText.Item;
import io.aftercare.sales.receipt.ReceiptText.Row;
import io.aftercare.sales.receipt.ReceiptText.Service;
import io.aftercare.sales.request.ServiceRequest;
import io.aftercare.sales.sale.Purchase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a receipt in a language from what was bought, where, and what was promised. */
final class ComposeReceipt {

  /** So long before, a special day is told. */
  private static final Period SOON = Period.ofDays(15);

  private final Language language;
  private final Words words;
  private final Purchase purchase;
  private final Pharmacy pharmacy;
  private final Function<Purchase.Item, List<String>> points;
  private final Formats formats;

  /**
   * @param points what the customer should know of an item, in the language
   */
  ComposeReceipt(
      Language language,
      Purchase purchase,
      Pharmacy pharmacy,
      Function<Purchase.Item, List<String>> points) {
    this.language = language;
    this.words = Words.in(language);
    this.purchase = purchase;
    this.pharmacy = pharmacy;
    this.points = points;
    this.formats = new Formats(language, pharmacy.country(), purchase.zone());
  }

  ReceiptText compose(List<ServiceRequest> requests, Instant now, Instant expiresAt) {
    return new ReceiptText(
        language,
        words,
        pharmacy.name(),
        pharmacy.address(),
        pharmacy.phone(),
        dial(pharmacy.phone()),
        Stream.concat(hours().stream(), specialDays(LocalDate.ofInstant(now, purchase.zone())))
            .toList(),
        pharmacy.header(),
        pharmacy.footer(),
        formats.time(purchase.occurredAt().toInstant()),
        purchase.number(),
        purchase.voided(),
        purchase.items().stream().map(this::item).toList(),
        pharmacy.showPrices() ? sums() : List.of(),
        requests.stream().map(this::service).toList(),
        words.of("open-until", formats.date(expiresAt)));
  }

  private Item item(Purchase.Item item) {
    String details =
        Stream.of(item.strength(), item.form())
            .filter(part -> part != null && !part.isBlank() && !contains(item.name(), part))
            .collect(Collectors.joining(" · "));
    return new Item(
        item.name(),
        details.isEmpty() ? null : details,
        words.of("quantity", formats.number(item.quantity())),
        pharmacy.showPrices() ? money(item.unitPrice()) : null,
        pharmacy.showPrices() ? money(price(item, item.quantity())) : null,
        returned(item),
        item.directions(),
        points.apply(item));
  }

  /** A name often says strength and form itself; once is enough. */
  private static boolean contains(String name, String part) {
    return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private @Nullable String returned(Purchase.Item item) {
    if (item.returned() == 0) {
      return null;
    }
    return item.returned() == item.quantity()
        ? words.of("returned.all")
        : words.of("returned.some", formats.number(item.returned()));
  }

  private List<Row> sums() {
    BigDecimal total = sum(Purchase.Item::quantity);
    BigDecimal back = sum(Purchase.Item::returned);
    Row sold = new Row(words.of("total"), money(total));
    return back.signum() == 0
        ? List.of(sold)
        : List.of(
            sold,
            new Row(words.of("total.returned"), money(back.negate())),
            new Row(words.of("total.left"), money(total.subtract(back))));
  }

  private BigDecimal sum(Function<Purchase.Item, Integer> packs) {
    return purchase.items().stream()
        .map(item -> price(item, packs.apply(item)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal price(Purchase.Item item, int packs) {
    return item.unitPrice().multiply(BigDecimal.valueOf(packs));
  }

  private String money(BigDecimal amount) {
    return formats.money(amount, purchase.currency());
  }

  private Service service(ServiceRequest request) {
    String state = request.state().wire();
    return new Service(
        words.of("kind." + request.kind().wire()),
        state,
        words.of("state." + state),
        request.state().isEnd() ? null : words.of("promised", formats.time(request.promisedAt())));
  }

  /** Days that follow each other with the same hours share a row. */
  private List<Row> hours() {
    Map<DayOfWeek, List<Opening>> byDay = pharmacy.hours();
    List<Row> rows = new ArrayList<>();
    if (byDay.isEmpty()) {
      return rows;
    }
    DayOfWeek[] days = DayOfWeek.values();
    int from = 0;
    for (int i = 1; i <= days.length; i++) {
      List<Opening> open = byDay.getOrDefault(days[from], List.of());
      if (i == days.length || !byDay.getOrDefault(days[i], List.of()).equals(open)) {
        rows.add(new Row(days(days[from], days[i - 1]), open(open)));
        from = i;
      }
    }
    return rows;
  }

  /** Those that come soon: nobody plans a visit by a holiday long past, or next year's. */
  private Stream<Row> specialDays(LocalDate today) {
    return pharmacy.specialDays().stream()
        .filter(day -> !day.date().isBefore(today) && day.date().isBefore(today.plus(SOON)))
        .sorted(Comparator.comparing(SpecialDay::date))
        .map(day -> new Row(noted(formats.date(day.date()), day.note()), open(day.hours())));
  }

  private static String noted(String date, @Nullable String note) {
    return note == null ? date : date + " (" + note + ")";
  }

  private String days(DayOfWeek first, DayOfWeek last) {
    return first == last
        ? formats.day(first)
        : words.of("hours.days", formats.day(first), formats.day(last));
  }

  private String open(List<Opening> openings) {
    return openings.isEmpty()
        ? words.of("hours.closed")
        : openings.stream()
            .map(open -> formats.time(open.opens()) + " – " + formats.time(open.closes()))
            .collect(Collectors.joining(", "));
  }

  private static @Nullable String dial(@Nullable String phone) {
    String digits = phone == null ? "" : phone.replaceAll("[^0-9+]", "");
    return digits.isEmpty() ? null : digits;
  }
}
