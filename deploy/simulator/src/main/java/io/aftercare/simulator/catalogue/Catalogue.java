package io.aftercare.simulator.catalogue;

import io.aftercare.simulator.catalogue.Form.Route;
import io.aftercare.simulator.chain.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Facts of medicines by ingredient: ATC class, prescription, long-term, high alert, how long a pack
 * usually lasts. A product is described by the entry that names all of its ingredients and fits its
 * route best; an unknown combination is left unclassed rather than classed by half of it.
 */
public final class Catalogue {

  private static final String RXNORM = "rxnorm";

  /**
   * Facts of one ingredient, or of several taken together.
   *
   * @param names what the description must contain, each as whole words, in lower case
   * @param route the route it speaks of; null for any
   * @param daysSupply days that a usual pack lasts; null where there is no usual
   */
  record Entry(
      List<Pattern> names,
      int length,
      @Nullable Route route,
      String atc,
      boolean prescription,
      boolean longTerm,
      boolean highAlert,
      @Nullable Integer daysSupply) {

    boolean names(Medicine medicine) {
      boolean asManyIngredients =
          medicine.form() == Form.PACK || names.size() == medicine.ingredients().size();
      return asManyIngredients
          && names.stream().allMatch(name -> name.matcher(medicine.description()).find());
    }

    boolean fits(Medicine medicine) {
      return route == null || medicine.form() == null || medicine.form().route() == route;
    }
  }

  /** A route that was asked for beats any route; then the longer name is the more telling one. */
  private static final Comparator<Entry> MOST_TELLING =
      Comparator.comparing((Entry entry) -> entry.names().size())
          .thenComparing(entry -> entry.route() != null)
          .thenComparing(Entry::length);

  private final List<Entry> entries;
  private final Leaflets leaflets;

  private Catalogue(List<Entry> entries, Leaflets leaflets) {
    this.entries = entries;
    this.leaflets = leaflets;
  }

  /** The catalogue that the demonstration chain brings along. */
  public static Catalogue demo() {
    return new Catalogue(
        rows("catalogue", rows -> rows.map(Catalogue::entry).toList()),
        rows("leaflets", Leaflets::new));
  }

  private static <T> T rows(String file, Function<Stream<CSVRecord>, T> reading) {
    String path = "/demo/" + file + ".csv";
    try (InputStream resource =
            Objects.requireNonNull(Catalogue.class.getResourceAsStream(path), path);
        Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
        Stream<CSVRecord> rows =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .stream()) {
      return reading.apply(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(CSVRecord row) {
    String names = row.get("name");
    String route = row.get("route");
    String days = row.get("daysSupply");
    return new Entry(
        Stream.of(names.split("\\+")).map(Catalogue::wholeWords).toList(),
        names.length(),
        route.isEmpty() ? null : Route.valueOf(route.toUpperCase(Locale.ROOT)),
        row.get("atc"),
        row.get("prescription").equals("yes"),
        row.get("longTerm").equals("yes"),
        row.get("highAlert").equals("yes"),
        days.isEmpty() ? null : Integer.valueOf(days));
  }

  private static Pattern wholeWords(String name) {
    return Pattern.compile(
        "(?<![\\w-])" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
  }

  List<Entry> entries() {
    return entries;
  }

  Optional<Entry> entry(Medicine medicine) {
    return entries.stream()
        .filter(entry -> entry.names(medicine) && entry.fits(medicine))
        .max(MOST_TELLING);
  }

  /**
   * A product for an RxNorm code, with every fact that its name gives away; unknown ones are taken
   * as on prescription.
   */
  public Product product(String rxnorm, String description) {
    Medicine medicine = Medicine.parse(description);
    Optional<Entry> entry = entry(medicine);
    Optional<Leaflets.Leaflet> leaflet = Optional.ofNullable(leaflets.of(rxnorm));
    return new Product(
        RXNORM,
        rxnorm,
        medicine.name(),
        medicine.strength(),
        medicine.formWords(),
        entry.map(Entry::atc).orElse(null),
        entry.map(Entry::prescription).orElse(true),
        entry.map(Entry::daysSupply).orElse(null),
        entry.map(Entry::highAlert).orElse(false),
        medicine.form() != null && medicine.form().special(),
        entry.map(Entry::longTerm).orElse(false),
        leaflet.map(Leaflets.Leaflet::codes).orElse(null),
        leaflet.map(Leaflets.Leaflet::points).orElse(null));
  }
}
