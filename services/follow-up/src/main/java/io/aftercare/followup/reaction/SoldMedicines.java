package io.aftercare.followup.reaction;

import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.known.KnownSales;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What we sold to a customer of late: the medicines that can be suspected without asking. */
@ApplicationScoped
class SoldMedicines {

  private final KnownSales sales;
  private final ReactionRules rules;
  private final Clock clock;

  SoldMedicines(KnownSales sales, ReactionRules rules, Clock clock) {
    this.sales = sales;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A medicine that we sold.
   *
   * @param lastSold by the store's clock
   */
  record Sold(Suspect medicine, LocalDate lastSold, boolean highAlert) {}

  /** Each once, the latest first; what was voided or came back is left out. */
  Uni<List<Sold>> of(SqlConnection connection, UUID customer) {
    return sales
        .liveOfCustomers(
            connection, List.of(customer), clock.instant().minus(rules.suspectsYoungerThan()))
        .map(SoldMedicines::medicines);
  }

  private static List<Sold> medicines(List<KnownSales.Owned> owned) {
    Map<String, Sold> latest = new LinkedHashMap<>();
    owned.stream()
        .map(KnownSales.Owned::sale)
        .filter(sale -> !sale.voided())
        .sorted(Comparator.comparing(KnownSale::occurredAt).reversed())
        .forEach(
            sale ->
                sale.lines().stream()
                    .filter(line -> !line.returned())
                    .forEach(line -> add(latest, line, sale.date())));
    return List.copyOf(latest.values());
  }

  private static void add(Map<String, Sold> latest, KnownSale.Line line, LocalDate date) {
    if (line.system() != null && line.code() != null) {
      latest.putIfAbsent(
          line.system() + " " + line.code(),
          new Sold(
              new Suspect(line.system(), line.code(), line.name(), line.atc()),
              date,
              line.highAlert()));
    }
  }
}
