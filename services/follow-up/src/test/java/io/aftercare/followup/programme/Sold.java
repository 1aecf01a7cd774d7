package io.aftercare.followup.programme;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSale.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Sales to reason about: an ordinary one in Boston on Tuesday, 10 March 2026 at 15:00, with what
 * matters changed.
 */
public final class Sold {

  static final ZoneId BOSTON = ZoneId.of("America/New_York");
  static final UUID CUSTOMER = UUID.fromString("018f0000-0000-7000-8000-000000000001");

  /** The programmes that a new installation starts with. */
  public static List<Programme> programmes() {
    try (var seed = Programme.class.getResourceAsStream("/programmes.json")) {
      return new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .readValue(seed, new TypeReference<List<Programme>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static KnownSale sale(Line... lines) {
    return new KnownSale(
        UUID.fromString("018f0000-0000-7000-8000-00000000000a"),
        1,
        false,
        "boston-1",
        BOSTON,
        "US",
        "MA",
        OffsetDateTime.parse("2026-03-10T15:00:00-04:00"),
        CUSTOMER,
        false,
        false,
        false,
        false,
        List.of(lines));
  }

  public static KnownSale first(KnownSale sale) {
    return marked(sale, true, sale.lateEvening(), sale.missedDoseRisk(), sale.caregiverBought());
  }

  static KnownSale marked(
      KnownSale sale, boolean first, boolean late, boolean missedDose, boolean caregiver) {
    return new KnownSale(
        sale.id(),
        sale.version(),
        sale.voided(),
        sale.storeId(),
        sale.storeZone(),
        sale.storeCountry(),
        sale.storeRegion(),
        sale.occurredAt(),
        sale.customerId(),
        caregiver,
        first,
        late,
        missedDose,
        sale.lines());
  }

  public static KnownSale voided(KnownSale sale) {
    return new KnownSale(
        sale.id(),
        sale.version() + 1,
        true,
        sale.storeId(),
        sale.storeZone(),
        sale.storeCountry(),
        sale.storeRegion(),
        sale.occurredAt(),
        sale.customerId(),
        sale.caregiverBought(),
        sale.firstPurchase(),
        sale.lateEvening(),
        sale.missedDoseRisk(),
        sale.lines());
  }

  static KnownSale returned(KnownSale sale, Integer... numbers) {
    List<Line> lines = new ArrayList<>();
    for (Line line : sale.lines()) {
      lines.add(
          Arrays.asList(numbers).contains(line.number())
              ? new Line(
                  line.number(),
                  line.name(),
                  line.atc(),
                  line.highAlert(),
                  line.specialForm(),
                  line.longTerm(),
                  line.prescription(),
                  line.brandSwitch(),
                  line.firstOfClass(),
                  true,
                  line.daysSupply(),
                  line.system(),
                  line.code())
              : line);
    }
    KnownSale back = marked(sale, sale.firstPurchase(), sale.lateEvening(), false, false);
    return new KnownSale(
        back.id(),
        back.version() + 1,
        false,
        back.storeId(),
        back.storeZone(),
        back.storeCountry(),
        back.storeRegion(),
        back.occurredAt(),
        back.customerId(),
        false,
        back.firstPurchase(),
        back.lateEvening(),
        false,
        lines);
  }

  public static Line line(int number, UnaryOperator<Marks> marks) {
    Marks m = marks.apply(new Marks());
    return new Line(
        number,
        m.name,
        m.atc,
        m.has("high-alert"),
        m.has("special-form"),
        m.has("long-term"),
        m.has("prescription"),
        m.has("brand-switch"),
        m.has("first-of-class"),
        false,
        m.days,
        "rxnorm",
        "1000" + number);
  }

  static KnownCustomer born(String month) {
    return new KnownCustomer(
        CUSTOMER, 1, null, YearMonth.parse(month), BOSTON, null, null, Set.of(), null, null);
  }

  public static KnownCustomer liking(@org.jspecify.annotations.Nullable String channel) {
    return new KnownCustomer(CUSTOMER, 1, null, null, BOSTON, null, null, Set.of(), null, channel);
  }

  /** What a line is marked with. */
  public static final class Marks {
    private String name = "Paracetamol 500 MG Oral Tablet";
    private String atc = "N02BE01";
    private Integer days;
    private final List<String> marks = new ArrayList<>();

    public Marks atc(String code) {
      atc = code;
      return this;
    }

    Marks named(String product) {
      name = product;
      return this;
    }

    public Marks days(int supply) {
      days = supply;
      return this;
    }

    public Marks with(String... more) {
      marks.addAll(Arrays.asList(more));
      return this;
    }

    private boolean has(String mark) {
      return marks.contains(mark);
    }
  }

  private Sold() {}
}
