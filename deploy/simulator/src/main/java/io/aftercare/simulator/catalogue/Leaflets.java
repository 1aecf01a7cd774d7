package io.aftercare.simulator.catalogue;

import io.aftercare.simulator.chain.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the demonstration chain knows of its packs beyond their names: a GTIN, from the range that
 * companies may use for themselves, and what to tell at the counter.
 */
final class Leaflets {

  private static final List<String> LANGUAGES = List.of("en", "zh", "th");

  /**
   * Of one pack.
   *
   * @param points by language; absent where nothing is written yet
   */
  record Leaflet(String gtin, @Nullable Map<String, List<String>> points) {

    List<Product.Code> codes() {
      return List.of(new Product.Code("gtin", gtin));
    }
  }

  private final Map<String, Leaflet> byRxnorm;

  Leaflets(Stream<CSVRecord> rows) {
    this.byRxnorm = rows.collect(Collectors.toMap(row -> row.get("rxnorm"), Leaflets::leaflet));
  }

  @Nullable Leaflet of(String rxnorm) {
    return byRxnorm.get(rxnorm);
  }

  private static Leaflet leaflet(CSVRecord row) {
    Map<String, List<String>> points = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      if (!row.get(language).isEmpty()) {
        points.put(language, List.of(row.get(language).split("\\|")));
      }
    }
    return new Leaflet(row.get("gtin"), points.isEmpty() ? null : points);
  }
}
