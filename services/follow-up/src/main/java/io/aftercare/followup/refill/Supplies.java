package io.aftercare.followup.refill;

import io.aftercare.followup.known.KnownSale;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long the medicines of one customer last. A policy: the same sales always give the same
 * answer, in whatever order they are told. What is fetched early is added to what is left, so that
 * the supply ends later; what came back, or was voided, never counted.
 */
public final class Supplies {

  /**
   * An ATC code of this length names one substance: another brand or strength is the same to it.
   */
  private static final int SUBSTANCE = 7;

  private record Pickup(UUID sale, String medicine) {}

  /** First day without medicine, after each pick-up. */
  private final Map<Pickup, LocalDate> ends = new HashMap<>();

  /** The last pick-up of each medicine. */
  private final Map<String, UUID> last = new HashMap<>();

  private Supplies() {}

  /**
   * @param sales of one customer, each once
   */
  public static Supplies of(Collection<KnownSale> sales) {
    Supplies supplies = new Supplies();
    Map<String, LocalDate> covered = new HashMap<>();
    sales.stream()
        .filter(sale -> !sale.voided())
        .sorted(
            Comparator.comparing((KnownSale sale) -> sale.occurredAt().toInstant())
                .thenComparing(KnownSale::id))
        .forEach(sale -> supplies.pickUp(sale, covered));
    return supplies;
  }

  private void pickUp(KnownSale sale, Map<String, LocalDate> covered) {
    Map<String, Integer> days = new HashMap<>();
    for (KnownSale.Line line : sale.lines()) {
      if (!line.returned()) {
        int supply = line.daysSupply() == null ? 0 : line.daysSupply();
        days.merge(medicine(line), supply, Integer::sum);
      }
    }
    days.forEach(
        (medicine, supply) -> {
          last.put(medicine, sale.id());
          if (supply > 0) {
            LocalDate from = covered.getOrDefault(medicine, sale.date());
            LocalDate end = (from.isAfter(sale.date()) ? from : sale.date()).plusDays(supply);
            covered.put(medicine, end);
            ends.put(new Pickup(sale.id(), medicine), end);
          }
        });
  }

  /** The first day without this medicine; absent where it is not known how long it lasts. */
  public @Nullable LocalDate end(KnownSale sale, KnownSale.Line line) {
    return ends.get(new Pickup(sale.id(), medicine(line)));
  }

  /** The same medicine was picked up again after this sale. */
  public boolean refilled(KnownSale sale, KnownSale.Line line) {
    UUID newest = last.get(medicine(line));
    return newest != null && !newest.equals(sale.id());
  }

  /** Two sales that have a medicine in common. */
  public static boolean related(KnownSale one, KnownSale other) {
    Set<String> medicines = medicines(one);
    return medicines(other).stream().anyMatch(medicines::contains);
  }

  /** It is known of one of its lines how long it lasts. */
  public static boolean supplied(KnownSale sale) {
    return sale.lines().stream().anyMatch(line -> line.daysSupply() != null);
  }

  private static Set<String> medicines(KnownSale sale) {
    return sale.lines().stream().map(Supplies::medicine).collect(Collectors.toSet());
  }

  private static String medicine(KnownSale.Line line) {
    String atc = line.atc();
    if (atc != null && atc.length() == SUBSTANCE) {
      return atc;
    }
    return line.code() == null ? line.name() : line.system() + " " + line.code();
  }

  /** Of a sale whose customer has no other that matters. */
  public static Supplies only(KnownSale sale) {
    return of(List.of(sale));
  }
}
