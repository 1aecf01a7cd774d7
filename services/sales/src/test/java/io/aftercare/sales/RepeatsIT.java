package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A safe retry, as a property: however a sale is written, by whichever door and however many times
 * at once it comes, it is one sale; and of two contents under one number, one is.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RepeatsIT {

  private static final int REPEATS = 20;
  private static final int SALES = 5;

  static EventProbe events;
  static ExecutorService tills;

  Counter boston;

  /** What one of the repeats was told. */
  record Told(boolean isOther, boolean isNew, String saleId, List<String> fields) {}

  @BeforeAll
  static void open() {
    events = EventProbe.on(Topics.SALES);
    tills = Executors.newFixedThreadPool(REPEATS);
  }

  @BeforeEach
  void openStore() {
    boston = Counter.of("boston-1", "America/New_York");
  }

  @AfterAll
  static void close() throws InterruptedException {
    tills.close();
    events.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twenty_repeats_at_once_have_one_effect(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < SALES; n++) {
      Map<String, Object> sale = anySale(random);
      List<Told> told = postedAtOnce(random, sale, sale);

      assertEquals(1, told.stream().map(Told::saleId).distinct().count(), () -> sale + " " + told);
      assertEquals(1, told.stream().filter(Told::isNew).count(), () -> sale + " " + told);
      ids.add(told.getFirst().saleId());
    }
    assertToldOnce(ids);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void of_two_contents_under_one_number_one_is_the_sale_and_the_other_is_refused(long seed)
      throws Exception {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < SALES; n++) {
      Map<String, Object> sale = anySale(random);
      Map<String, Object> other = new LinkedHashMap<>(sale);
      other.put("buyer", "other");
      List<Told> told = postedAtOnce(random, sale, other);

      assertEquals(1, told.stream().map(Told::saleId).distinct().count(), () -> sale + " " + told);
      List<Told> created = told.stream().filter(Told::isNew).toList();
      assertEquals(1, created.size(), () -> sale + " " + told);
      boolean otherWon = created.getFirst().isOther();
      for (Told each : told) {
        List<String> differs = each.isOther() == otherWon ? List.of() : List.of("buyer");
        assertEquals(differs, each.fields(), () -> sale + " " + told);
      }
      String kept = boston.reads(created.getFirst().saleId()).extract().path("buyer");
      assertEquals(otherWon, kept.equals("other"));
      ids.add(created.getFirst().saleId());
    }
    assertToldOnce(ids);
  }

  /** Half of the repeats have the one content, half the other. */
  private List<Told> postedAtOnce(
      Random random, Map<String, Object> sale, Map<String, Object> other) throws Exception {
    List<Callable<Told>> repeats = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      boolean isOther = i % 2 == 1;
      Map<String, Object> written = rewritten(random, isOther ? other : sale);
      repeats.add(
          random.nextInt(4) == 0
              ? () -> batched(written, isOther)
              : () -> posted(written, isOther));
    }
    Collections.shuffle(repeats, random);
    List<Told> told = new ArrayList<>();
    for (Future<Told> answer : tills.invokeAll(repeats)) {
      told.add(answer.get());
    }
    return told;
  }

  private Told posted(Map<String, Object> sale, boolean isOther) {
    var answer = boston.request().body(sale).post("/sales");
    assertTrue(Set.of(200, 201, 409).contains(answer.statusCode()), answer.asString());
    return told(answer.jsonPath(), "", isOther, answer.statusCode() == 201);
  }

  private Told batched(Map<String, Object> sale, boolean isOther) {
    JsonPath answer = boston.postsBatch(List.of(sale)).statusCode(200).extract().jsonPath();
    boolean isNew = answer.getString("results[0].status").equals("created");
    boolean isRefused = answer.getString("results[0].status").equals("refused");
    return told(answer, isRefused ? "results[0].problem." : "results[0].sale.", isOther, isNew);
  }

  private static Told told(JsonPath answer, String at, boolean isOther, boolean isNew) {
    String refused = answer.getString(at + "saleId");
    return refused == null
        ? new Told(isOther, isNew, answer.getString(at + "id"), List.of())
        : new Told(isOther, isNew, refused, answer.getList(at + "fields"));
  }

  private void assertToldOnce(List<String> ids) {
    // What is sold later is told later: nothing more of these sales is under way then.
    events.await(EventTypes.SALE_COMPLETED, boston.sells(sale().json()));
    ids.forEach(id -> assertEquals(1, events.events(EventTypes.SALE_COMPLETED, id).size()));
  }

  private static Map<String, Object> anySale(Random random) {
    List<Map<String, Object>> lines =
        IntStream.rangeClosed(1, 1 + random.nextInt(4))
            .mapToObj(
                n -> {
                  Map<String, Object> line =
                      line("rxnorm", "r-" + random.nextInt(5), 1 + random.nextInt(3));
                  line.put("unitPrice", BigDecimal.valueOf(random.nextInt(100_000), 2));
                  if (random.nextBoolean()) {
                    line.put("batch", "B" + random.nextInt(3));
                  }
                  return line;
                })
            .toList();
    SaleText sale = sale().lines(lines);
    return (random.nextBoolean() ? sale : sale.with("customerId", null)).json();
  }

  /** The same values: fields in another order, a price with more zeros, what is false said. */
  private static Map<String, Object> rewritten(Random random, Map<String, Object> sale) {
    Map<String, Object> written = shuffled(random, sale);
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> lines = (List<Map<String, Object>>) sale.get("lines");
    written.put("lines", lines.stream().map(line -> rewrittenLine(random, line)).toList());
    return written;
  }

  private static Map<String, Object> rewrittenLine(Random random, Map<String, Object> line) {
    Map<String, Object> written = shuffled(random, line);
    BigDecimal price = (BigDecimal) line.get("unitPrice");
    written.put("unitPrice", price.setScale(2 + random.nextInt(3)));
    if (random.nextBoolean()) {
      written.put("brandSwitch", false);
    }
    return written;
  }

  private static Map<String, Object> shuffled(Random random, Map<String, Object> map) {
    List<String> names = new ArrayList<>(map.keySet());
    Collections.shuffle(names, random);
    Map<String, Object> shuffled = new LinkedHashMap<>();
    names.forEach(name -> shuffled.put(name, map.get(name)));
    return shuffled;
  }
}
