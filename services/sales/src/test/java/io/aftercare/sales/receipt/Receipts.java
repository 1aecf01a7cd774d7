package io.aftercare.sales.receipt;

import io.aftercare.sales.receipt.Pharmacy.Opening;
import io.aftercare.sales.request.ServiceRequest;
import io.aftercare.sales.request.ServiceRequest.Kind;
import io.aftercare.sales.request.ServiceRequest.State;
import io.aftercare.sales.sale.Purchase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receipts as they may well occur. */
final class Receipts {

  static final Instant SOLD = Instant.parse("2026-03-03T12:05:00Z");

  private Receipts() {}

  static Pharmacy pharmacy(String name, String country, List<String> address, String phone) {
    Map<DayOfWeek, List<Opening>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.SUNDAY) {
        hours.put(day, List.of(new Opening(LocalTime.of(9, 0), LocalTime.of(20, 0))));
      }
    }
    return new Pharmacy(
        name, country, address, phone, hours, List.of(), List.of(), null, null, true);
  }

  static Purchase purchase(
      String zone, String currency, boolean voided, List<Purchase.Item> items) {
    return new Purchase(
        UUID.randomUUID(),
        "T-20260303-0417",
        "store-1",
        ZoneId.of(zone),
        OffsetDateTime.ofInstant(SOLD, ZoneId.of(zone)),
        null,
        List.of(),
        voided,
        currency,
        items);
  }

  static Purchase.Item item(
      String name,
      @Nullable String strength,
      @Nullable String form,
      int quantity,
      int returned,
      String price,
      @Nullable String directions) {
    return new Purchase.Item(
        "rxnorm", "1", name, strength, form, quantity, returned, new BigDecimal(price), directions);
  }

  static ServiceRequest service(Kind kind, State state) {
    Instant promised = SOLD.plusSeconds(86_400);
    return new ServiceRequest(
        UUID.randomUUID(),
        1,
        kind,
        state,
        "store-1",
        null,
        null,
        promised,
        SOLD,
        "dana",
        List.of());
  }

  static ReceiptText english() {
    Purchase purchase =
        purchase(
            "America/New_York",
            "USD",
            false,
            List.of(
                item(
                    "Amoxicillin 250 MG Oral Capsule",
                    "250 mg",
                    "capsule",
                    2,
                    0,
                    "7.5",
                    "Take one capsule three times a day for seven days. Finish the course."),
                item("Insulin glargine pen", "100 units/mL", "pen", 3, 1, "42", null)));
    return compose(
        Language.EN,
        purchase,
        pharmacy(
            "Harbor Pharmacy",
            "US",
            List.of("12 Atlantic Avenue", "Boston, MA 02110"),
            "+1 617 555 0142"),
        List.of("Drink a full glass of water with it.", "Tell us if you get a rash."));
  }

  static ReceiptText chinese() {
    Purchase purchase =
        purchase(
            "Asia/Shanghai",
            "CNY",
            false,
            List.of(
                item(
                    "阿莫西林胶囊", "0.25g×24粒", "胶囊剂", 2, 0, "18.6", "口服。一次2粒，一日3次，饭后服用，连续服用7天，请按疗程服完。"),
                item("连花清瘟颗粒 (Lianhua Qingwen)", "6g×10袋", "颗粒剂", 1, 1, "29.8", null)));
    return compose(
        Language.ZH,
        purchase,
        pharmacy("同仁大药房（南京路店）", "CN", List.of("上海市黄浦区南京东路100号", "200001"), "021-5555 0142"),
        List.of("服药期间请勿饮酒。", "如出现皮疹，请立即停药并联系药师。"));
  }

  static ReceiptText thai() {
    Purchase purchase =
        purchase(
            "Asia/Bangkok",
            "THB",
            false,
            List.of(
                item(
                    "Paracetamol 500 mg (พาราเซตามอล)",
                    "500 mg",
                    "ยาเม็ด",
                    2,
                    0,
                    "35",
                    "รับประทานครั้งละ 1 เม็ด ทุก 6 ชั่วโมง เมื่อมีไข้หรือปวด ดื่มน้ำตามมาก ๆ ผู้ป่วยที่เป็นโรคตับไม่ควรใช้"),
                item(
                    "น้ำเกลือล้างจมูก",
                    "0.9%",
                    "ขวด",
                    1,
                    1,
                    "59.5",
                    "ใช้ล้างจมูกวันละ 2 ครั้ง เช้าและก่อนนอน")));
    return compose(
        Language.TH,
        purchase,
        pharmacy(
            "ร้านยาสุขใจ สาขาสีลม",
            "TH",
            List.of("99/1 ถนนสีลม แขวงสุริยวงศ์", "เขตบางรัก กรุงเทพฯ 10500"),
            "02-555-0142"),
        List.of(
            "เก็บยาไว้ที่แห้ง พ้นแสงแดด และพ้นมือเด็ก",
            "ถ้ามีผื่นขึ้นให้หยุดใช้ยาและติดต่อที่นี่ทันที"));
  }

  static ReceiptText compose(
      Language language, Purchase purchase, Pharmacy pharmacy, List<String> points) {
    return new ComposeReceipt(
            language, purchase, pharmacy, item -> item.directions() == null ? List.of() : points)
        .compose(
            List.of(
                service(Kind.DELIVERY, State.UNDER_WAY), service(Kind.DECOCTION, State.CANCELLED)),
            SOLD,
            SOLD.plusSeconds(30 * 86_400));
  }

  static List<Purchase.Item> many(int lines) {
    List<Purchase.Item> items = new ArrayList<>();
    for (int n = 1; n <= lines; n++) {
      items.add(item("Medicine number " + n, n + " mg", "tablet", 1, 0, "1.25", "One a day."));
    }
    return items;
  }
}
