package io.aftercare.followup;

import io.aftercare.contracts.SaleEvent;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sales as the sales service tells of them. */
final class SaleMother {

  private UUID id = UUID.randomUUID();
  private long version = 1;
  private String status = "completed";
  private OffsetDateTime at;
  private UUID customer = UUID.randomUUID();
  private String store = "boston-1";
  private String region;
  private String zone = "America/New_York";
  private boolean first;
  private boolean late;
  private boolean missedDose;
  private final List<SaleEvent.Line> lines = new ArrayList<>();

  private SaleMother(String at) {
    this.at = OffsetDateTime.parse(at);
  }

  /** A first purchase in Boston at 23:50 on Monday, 9 March 2026: due at nine the next morning. */
  static SaleMother lastNight() {
    return at("2026-03-09T23:50:00-04:00").first();
  }

  static SaleMother at(String time) {
    return new SaleMother(time);
  }

  static SaleMother again(SaleEvent told) {
    SaleMother sale = new SaleMother(told.occurredAt().toString());
    sale.id = told.saleId();
    sale.version = told.version() + 1;
    sale.customer = told.customerId();
    sale.zone = told.storeZone();
    sale.first = told.firstPurchase();
    sale.late = told.lateEvening();
    sale.lines.addAll(told.lines());
    return sale;
  }

  SaleMother first() {
    first = true;
    return this;
  }

  SaleMother of(UUID whom) {
    customer = whom;
    return this;
  }

  SaleMother anonymous() {
    customer = null;
    return this;
  }

  SaleMother version(long number) {
    version = number;
    return this;
  }

  SaleMother voided() {
    status = "voided";
    return this;
  }

  SaleMother in(String storeId, String callingRegion) {
    store = storeId;
    region = callingRegion;
    return this;
  }

  SaleMother inZone(String name) {
    zone = name;
    return this;
  }

  /** A line of an ordinary medicine. */
  SaleMother line(String atc, Integer days, String... marks) {
    List<String> with = List.of(marks);
    lines.add(
        new SaleEvent.Line(
            lines.size() + 1,
            "rxnorm",
            "1000" + lines.size(),
            "Medicine of class " + atc,
            atc,
            "tablet",
            with.contains("high-alert"),
            with.contains("special-form"),
            with.contains("long-term"),
            with.contains("prescription"),
            with.contains("brand-switch"),
            with.contains("first-of-class"),
            1,
            0,
            days));
    return this;
  }

  SaleMother returned(int number) {
    status = "returned";
    SaleEvent.Line line = lines.get(number - 1);
    lines.set(
        number - 1,
        new SaleEvent.Line(
            line.number(),
            line.system(),
            line.code(),
            line.productName(),
            line.atc(),
            line.form(),
            line.highAlert(),
            line.specialForm(),
            line.longTerm(),
            line.prescription(),
            line.brandSwitch(),
            line.firstOfClass(),
            line.quantity(),
            line.quantity(),
            line.daysSupply()));
    return this;
  }

  SaleEvent build() {
    if (lines.isEmpty()) {
      line("R05DA04", null);
    }
    return new SaleEvent(
        id,
        version,
        status,
        store,
        zone,
        "US",
        "MA",
        region,
        at,
        at.toInstant(),
        customer,
        "self",
        first,
        late,
        missedDose,
        null,
        List.copyOf(lines),
        null,
        null);
  }
}
