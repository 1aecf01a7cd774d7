package io.aftercare.profile;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as the sales service tells it, said the way one would describe it. Times are of the
 * store's clock at noon.
 */
final class Sold {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");

  private final UUID id = UUID.randomUUID();
  private final UUID customer;
  private final List<SaleEvent.Line> lines = new ArrayList<>();
  private LocalDate on = today();
  private BigDecimal price = new BigDecimal("9.90");
  private long version = 1;
  private String status = "completed";

  private Sold(UUID customer) {
    this.customer = customer;
  }

  static Sold to(UUID customer) {
    return new Sold(customer);
  }

  static LocalDate today() {
    return LocalDate.now(BOSTON);
  }

  Sold daysAgo(int days) {
    on = today().minusDays(days);
    return this;
  }

  /** What each line cost. */
  Sold costing(String price) {
    this.price = new BigDecimal(price);
    return this;
  }

  /** A medicine taken for long. */
  Sold of(String atc, int packs, @Nullable Integer days) {
    return of(atc, packs, days, true);
  }

  Sold of(String atc, int packs, @Nullable Integer days, boolean longTerm) {
    lines.add(
        new SaleEvent.Line(
            lines.size() + 1,
            "rxnorm",
            "code-" + atc,
            "Product " + atc,
            atc,
            "tablet",
            false,
            false,
            longTerm,
            true,
            false,
            false,
            packs,
            0,
            days));
    return this;
  }

  /** The next thing that happened to the sale: packs of its first line came back. */
  Sold returned(int packs) {
    SaleEvent.Line line = lines.getFirst();
    lines.set(
        0,
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
            packs,
            line.daysSupply()));
    return changed("returned");
  }

  Sold voided() {
    return changed("voided");
  }

  private Sold changed(String status) {
    this.status = status;
    version++;
    return this;
  }

  UUID id() {
    return id;
  }

  String type() {
    return switch (status) {
      case "returned" -> EventTypes.SALE_RETURNED;
      case "voided" -> EventTypes.SALE_VOIDED;
      default -> EventTypes.SALE_COMPLETED;
    };
  }

  /** How it stands, whatever becomes of it later. */
  SaleEvent told() {
    return new SaleEvent(
        id,
        version,
        status,
        "boston-1",
        BOSTON.getId(),
        "US",
        "MA",
        null,
        on.atTime(LocalTime.NOON).atZone(BOSTON).toOffsetDateTime(),
        Instant.now(),
        customer,
        "self",
        false,
        false,
        false,
        null,
        List.copyOf(lines),
        price.multiply(BigDecimal.valueOf(lines.size())),
        "USD");
  }
}
