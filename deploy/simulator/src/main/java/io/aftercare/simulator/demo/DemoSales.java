package io.aftercare.simulator.demo;

import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.chain.Product;
import io.aftercare.simulator.chain.Store;
import io.aftercare.simulator.demo.DemoData.Article;
import io.aftercare.simulator.demo.DemoData.DemoStore;
import io.aftercare.simulator.demo.DemoData.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a store of the demonstration chain has sold of late, by its own clock: last evening to a
 * dozen people who will be called this morning, and on some days before to the others, so that
 * there are checks, techniques and refills to call about today. A sale is decided by its date
 * alone: asked again on the same day it is the same, and the next day brings that evening's.
 */
final class DemoSales {

  private static final LocalTime FIRST_OF_THE_EVENING = LocalTime.of(20, 5);
  private static final int MINUTES_BETWEEN = 12;
  private static final LocalTime FIRST_OF_THE_DAY = LocalTime.of(10, 0);
  private static final String DAY = "yyyyMMdd";

  /** What those take home in the evening who need something at once. */
  private static final List<String> AT_ONCE =
      List.of("acetaminophen", "ibuprofen", "naproxen", "loratadine", "omeprazole", "iron");

  /** Who has always the same for what they always have. */
  private static final Map<Integer, String> EVENING_USUAL =
      Map.of(
          2,
          "atorvastatin",
          3,
          "amlodipine",
          5,
          "amoxicillin",
          6,
          "albuterol",
          7,
          "lisinopril",
          12,
          "metformin");

  /**
   * On which day before, who bought what: the antibiotic of three days ago is asked about today.
   */
  private static final Map<Integer, Map<Integer, String>> DAYTIME =
      Map.of(
          3, Map.of(13, "warfarin", 14, "insulin-glargine", 15, "amoxicillin-clavulanate"),
          10, Map.of(13, "lisinopril", 14, "fluticasone", 15, "sertraline"),
          23, Map.of(13, "atorvastatin", 14, "metformin", 15, "latanoprost"));

  /**
   * The father of the story: his own tablets were forgotten at home, his daughter bought another
   * brand.
   */
  private static final int FATHER = 3;

  private static final int REGULAR_ON_ANOTHER_BRAND = 2;

  private final DemoStore home;
  private final Map<String, Article> articles;
  private final List<Person> people;

  DemoSales(DemoStore home, Map<String, Article> articles, List<Person> people) {
    this.home = home;
    this.articles = articles;
    this.people = people;
  }

  /** Every sale up to now that the demonstration wants; none lies in the future. */
  List<NewSale> upTo(Instant now) {
    LocalDate today = now.atZone(zone()).toLocalDate();
    Stream<NewSale> daytime =
        DAYTIME.keySet().stream().sorted().flatMap(age -> daytime(today.minusDays(age), age));
    return Stream.concat(daytime, evening(today.minusDays(1))).toList();
  }

  private Stream<NewSale> evening(LocalDate date) {
    return people.stream()
        .filter(person -> !DAYTIME.get(3).containsKey(person.number()))
        .map(
            person -> {
              LocalTime time =
                  FIRST_OF_THE_EVENING.plusMinutes((long) MINUTES_BETWEEN * person.number());
              return sale(person, date, time, "evening", eveningArticle(person, date));
            });
  }

  private static String eveningArticle(Person person, LocalDate date) {
    long turn = Math.floorMod(date.toEpochDay() + person.number(), AT_ONCE.size());
    return EVENING_USUAL.getOrDefault(person.number(), AT_ONCE.get((int) turn));
  }

  private Stream<NewSale> daytime(LocalDate date, int age) {
    Map<Integer, String> bought = DAYTIME.get(age);
    return people.stream()
        .filter(person -> bought.containsKey(person.number()))
        .map(
            person -> {
              LocalTime time =
                  FIRST_OF_THE_DAY.plusMinutes((long) MINUTES_BETWEEN * person.number());
              return sale(person, date, time, "day" + age, bought.get(person.number()));
            });
  }

  private NewSale sale(
      Person person, LocalDate date, LocalTime time, String occasion, String article) {
    Article sold = Objects.requireNonNull(articles.get(article), article);
    Store store = home.store();
    return new NewSale(
        "demo-%s-%s-%s-%02d"
            .formatted(
                store.id(),
                date.format(DateTimeFormatter.ofPattern(DAY)),
                occasion,
                person.number()),
        date.atTime(time).atZone(zone()).toOffsetDateTime(),
        Registrations.id(person),
        person.caregiver() == null ? "self" : "caregiver",
        List.of(line(person, sold)),
        store.currency(),
        person.number() == FATHER ? List.of("missed-dose-risk") : null);
  }

  private NewSale.Line line(Person person, Article sold) {
    Product product = sold.product();
    @Nullable Boolean anotherBrand =
        person.number() == FATHER || person.number() == REGULAR_ON_ANOTHER_BRAND ? true : null;
    BigDecimal price = sold.dollars().multiply(home.perDollar()).setScale(2, RoundingMode.HALF_UP);
    return new NewSale.Line(
        NewSale.Article.of(product),
        1,
        price,
        product.daysSupply(),
        product.prescription(),
        anotherBrand);
  }

  private ZoneId zone() {
    return ZoneId.of(home.store().zone());
  }
}
