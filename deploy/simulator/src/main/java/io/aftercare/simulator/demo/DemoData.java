package io.aftercare.simulator.demo;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.Product;
import io.aftercare.simulator.chain.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration chain as it stands in the data files: invented people, telephone numbers that
 * are kept free for stories where a country has such, real medicines.
 *
 * @param articles what is sold, by the key that the plan of sales uses
 */
record DemoData(List<DemoStore> stores, Map<String, Article> articles, List<Person> people) {

  /**
   * A store and what its neighbourhood is like.
   *
   * @param perDollar what a dollar is in its currency, roughly
   * @param phonePrefix its customers' numbers without the last two digits, E.164
   * @param language what most of its customers speak, BCP 47
   */
  record DemoStore(Store store, BigDecimal perDollar, String phonePrefix, String language) {}

  /** A product and its price in dollars. */
  record Article(Product product, BigDecimal dollars) {}

  /**
   * A customer.
   *
   * @param number from 1, within the store; it decides what the customer buys
   * @param languages best first; empty where it is the store's
   * @param caregiver a name; null when nobody else may be called
   */
  record Person(
      String store,
      int number,
      String givenName,
      String familyName,
      @Nullable String preferredName,
      LocalDate birthDate,
      String sex,
      List<String> languages,
      @Nullable String caregiver,
      @Nullable String relation) {}

  static DemoData load(Catalogue catalogue) {
    return new DemoData(
        rows("stores", DemoData::store),
        rows("products", row -> Map.entry(row.get("key"), article(row, catalogue))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        rows("customers", DemoData::person));
  }

  List<Person> peopleOf(Store store) {
    return people.stream().filter(person -> person.store().equals(store.id())).toList();
  }

  private static DemoStore store(CSVRecord row) {
    Store store =
        new Store(
            row.get("id"),
            row.get("name"),
            row.get("zone"),
            row.get("country"),
            orNull(row.get("region")),
            row.get("currency"),
            row.get("phone"),
            new Store.Address(row.get("street"), row.get("city"), orNull(row.get("postalCode"))),
            hours(row),
            List.of(closed(row.get("closed"))),
            List.of(row.get("serves").split(";")),
            row.get("callingRegion"));
    return new DemoStore(
        store,
        new BigDecimal(row.get("perDollar")),
        row.get("customerPhones"),
        row.get("languages"));
  }

  private static Map<String, List<Store.Hours>> hours(CSVRecord row) {
    Map<String, List<Store.Hours>> hours = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String column = day.compareTo(DayOfWeek.SATURDAY) < 0 ? "weekdays" : "weekend";
      String[] times = row.get(column).split("-");
      hours.put(day.name().toLowerCase(Locale.ROOT), List.of(new Store.Hours(times[0], times[1])));
    }
    return hours;
  }

  private static Store.Closed closed(String dateAndNote) {
    String[] parts = dateAndNote.split(" ", 2);
    return new Store.Closed(LocalDate.parse(parts[0]), List.of(), parts[1]);
  }

  private static Article article(CSVRecord row, Catalogue catalogue) {
    return new Article(
        catalogue.product(row.get("rxnorm"), row.get("description")),
        new BigDecimal(row.get("price")));
  }

  private static Person person(CSVRecord row) {
    return new Person(
        row.get("store"),
        Integer.parseInt(row.get("number")),
        row.get("givenName"),
        row.get("familyName"),
        orNull(row.get("preferredName")),
        LocalDate.parse(row.get("birthDate")),
        row.get("sex"),
        Stream.of(row.get("languages").split(";")).filter(language -> !language.isEmpty()).toList(),
        orNull(row.get("caregiver")),
        orNull(row.get("relation")));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static <T> List<T> rows(String file, Function<CSVRecord, T> reading) {
    String path = "/demo/" + file + ".csv";
    try (InputStream resource =
            Objects.requireNonNull(DemoData.class.getResourceAsStream(path), path);
        Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
        Stream<CSVRecord> records =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(reader)
                .stream()) {
      return records.map(reading).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
