package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who is in which segment, as the customer's events tell it, and what a care manager may change.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SegmentIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter MAGDA = Counter.ofChain("magda", "care-manager");
  private static final String ENALAPRIL = "C09AA02";

  @Inject AgroalDataSource database;

  private Neighbours neighbours;
  private EventProbe customers;

  @BeforeEach
  void listen() {
    neighbours = new Neighbours();
    customers = EventProbe.on(Topics.CUSTOMERS);
  }

  @AfterEach
  void leave() throws InterruptedException {
    neighbours.close();
    customers.close();
  }

  @Test
  void age_alone_puts_somebody_into_a_segment() {
    var ada = Somebody.isNew().with("birthDate", "1940-05-01");
    BOSTON.knows(ada);

    JsonNode told = awaitSegments(ada, "elderly");

    assertThat(told.get("version").asLong()).isEqualTo(2);
    assertThat(told.get("birthMonth").asText()).isEqualTo("1940-05");
  }

  @Test
  void what_a_sale_makes_of_a_customer_is_told_and_taken_back_with_it() {
    var ada = Somebody.isNew().who("given", "marketing", "sms");
    BOSTON.knows(ada);
    Sold sale = Sold.to(ada.id()).daysAgo(1).of(ENALAPRIL, 1, 30);

    neighbours.tell(sale);
    JsonNode told = awaitSegments(ada, "chronic", "first-time");
    assertThat(told.get("consents").get(0).get("state").asText()).isEqualTo("given");

    neighbours.tell(sale.voided());
    awaitSegments(ada);
  }

  @Test
  void visits_and_spend_make_regulars_and_vips_and_their_absence_a_risk() {
    var regular = Somebody.isNew();
    var vip = Somebody.isNew();
    var leaving = Somebody.isNew();
    BOSTON.knows(regular);
    BOSTON.knows(vip);
    BOSTON.knows(leaving);

    neighbours.tell(Sold.to(regular.id()).daysAgo(80).of("R05DA04", 1, null, false));
    neighbours.tell(Sold.to(regular.id()).daysAgo(10).of("R05DA04", 1, null, false));
    for (int i = 0; i < 12; i++) {
      neighbours.tell(
          Sold.to(vip.id()).daysAgo(i * 7).of("R05DA04", 1, null, false).costing("90.00"));
    }
    neighbours.tell(Sold.to(leaving.id()).daysAgo(300).of("R05DA04", 1, null, false));
    neighbours.tell(Sold.to(leaving.id()).daysAgo(100).of("R05DA04", 1, null, false));

    awaitSegments(regular, "regular");
    awaitSegments(vip, "regular", "vip");
    awaitSegments(leaving, "at-risk-of-leaving");
  }

  @Test
  void segments_do_not_disturb_who_edits_the_file() {
    var ada = Somebody.isNew().with("birthDate", "1940-05-01");
    BOSTON.knows(ada);
    awaitSegments(ada, "elderly");

    BOSTON
        .corrects(ada.id(), "\"1\"", Somebody.isNew().with("id", ada.id().toString()))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
    // Without a birth date nobody is elderly.
    awaitSegments(ada);
  }

  @Test
  void time_alone_moves_somebody_out() throws SQLException {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    neighbours.tell(Sold.to(ada.id()).daysAgo(1).of("R05DA04", 1, null, false));
    awaitSegments(ada, "first-time");

    // What lay one day back now lies a hundred days back, as if that much time had passed.
    new Ledger(database)
        .change(
            "update purchase set sold_on = sold_on - 99 where customer_id = '%s'"
                .formatted(ada.id()));
    new Ledger(database)
        .change(
            "update customer_facts set due_on = current_date - 1 where customer_id = '%s'"
                .formatted(ada.id()));

    awaitSegments(ada);
  }

  @Test
  void a_merge_gives_the_survivor_what_the_other_did_and_its_undoing_takes_it_back()
      throws SQLException {
    var ada = Somebody.isNew();
    var twin = Somebody.isNew();
    BOSTON.knows(ada);
    BOSTON.knows(twin);
    neighbours.tell(Sold.to(twin.id()).daysAgo(1).of(ENALAPRIL, 1, 30));
    awaitSegments(twin, "chronic", "first-time");

    merge(twin, "'MERGED'", "'" + ada.id() + "'", "merged", ada.id());
    awaitSegments(ada, "chronic", "first-time");
    awaitSegments(twin);

    merge(twin, "'ACTIVE'", "null", "active", null);
    awaitSegments(ada);
    awaitSegments(twin, "chronic", "first-time");
  }

  @Test
  void a_rule_is_previewed_before_anybody_moves() {
    String store = "preview-" + UUID.randomUUID().toString().substring(0, 8);
    Counter counter = Counter.of(store);
    Map<String, Object> inStore = Map.of("fact", "store", "anyOf", List.of(store));
    List<Somebody> people = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      var somebody =
          Somebody.isNew()
              .with("birthDate", i < 3 ? "1940-05-01" : "1990-05-01")
              .with("languages", List.of(i == 0 ? "zh-Hans" : "en"));
      if (i == 1) {
        somebody.who("given", "research", "wechat");
      }
      counter.knows(somebody);
      people.add(somebody);
    }
    awaitCount(5, inStore);
    awaitCount(3, inStore, Map.of("fact", "age", "from", 66));
    awaitCount(2, inStore, Map.of("fact", "not", "that", Map.of("fact", "age", "from", 66)));
    awaitCount(1, inStore, Map.of("fact", "language", "anyOf", List.of("zh")));

    // Sold at another store: there the customer was last.
    neighbours.tell(Sold.to(people.get(1).id()).daysAgo(5).of(ENALAPRIL, 1, 30));
    awaitCount(4, inStore);
    awaitCount(
        1,
        Map.of("fact", "store", "anyOf", List.of("boston-1")),
        Map.of("fact", "age", "from", 66, "below", 100),
        Map.of("fact", "medicine", "atc", "C09", "withinDays", 30),
        Map.of("fact", "adherence", "from", 80),
        Map.of("fact", "last-visit", "withinDays", 10),
        Map.of("fact", "spend-in-year", "from", 9.90, "below", 9.91, "currency", "USD"),
        Map.of("fact", "consent", "purpose", "research", "channel", "wechat", "state", "given"));
  }

  @Test
  void a_published_rule_moves_people_and_its_next_edition_moves_them_back() {
    String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
    String store = "store-" + name;
    var ada = Somebody.isNew();
    Counter.of(store).knows(ada);

    draft(name, Map.of("fact", "store", "anyOf", List.of(store))).then().statusCode(200);
    publish(name, 2).then().statusCode(409);
    publish(name, 1).then().statusCode(200);
    awaitSegments(ada, name);

    draft(name, Map.of("fact", "visits", "from", 3)).then().body("version", equalTo(2));
    publish(name, 2).then().statusCode(200);
    awaitSegments(ada);
    publish(name, 3).then().statusCode(404);
  }

  @Test
  void a_rule_that_makes_no_sense_is_refused_with_its_field() {
    draft("nonsense", Map.of("fact", "age")).then().statusCode(400);
    draft("nonsense", Map.of("fact", "medicine", "atc", "aspirin", "withinDays", 30))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(startsWith("rule.all[0]")));
    draft("nonsense", Map.of("fact", "shoe-size", "from", 40)).then().statusCode(400);
    draft("Not A Name", Map.of("fact", "age", "from", 40)).then().statusCode(400);
  }

  private static Response draft(String name, Map<String, Object> condition) {
    return MAGDA
        .request()
        .body(Map.of("title", "A title", "rule", Map.of("all", List.of(condition))))
        .put("/segments/{name}/draft", name);
  }

  private static Response publish(String name, int version) {
    return MAGDA.request().body(Map.of("version", version)).post("/segments/{name}/publish", name);
  }

  @SafeVarargs
  private static void awaitCount(int expected, Map<String, Object>... conditions) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                MAGDA
                    .request()
                    .body(Map.of("rule", Map.of("all", List.of(conditions))))
                    .post("/segments/preview")
                    .then()
                    .statusCode(200)
                    .body("customers", equalTo(expected)));
  }

  /** The customer's newest event says exactly these. */
  private JsonNode awaitSegments(Somebody who, String... segments) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              var events = customers.events(EventTypes.CUSTOMER_CHANGED, who.id());
              return events.isEmpty() ? null : EventProbe.data(events.getLast());
            },
            told -> told != null && says(told, segments));
  }

  private static boolean says(JsonNode told, String... segments) {
    List<String> said = new ArrayList<>();
    told.path("segments").forEach(each -> said.add(each.asText()));
    return told.has("segments") && said.equals(List.of(segments));
  }

  /** As the service would change and tell it. */
  private void merge(Somebody who, String status, String into, String word, @Nullable UUID survivor)
      throws SQLException {
    var ledger = new Ledger(database);
    ledger.change(
        "update customer set status = %s, merged_into = %s, version = version + 1 where id = '%s'"
            .formatted(status, into, who.id()));
    long version = ledger.count("select version from customer where id = '%s'".formatted(who.id()));
    customers.send(
        EventTypes.CUSTOMER_CHANGED,
        who.id(),
        version,
        new CustomerEvent(
            who.id(),
            version,
            word,
            survivor,
            null,
            "America/New_York",
            null,
            List.of("en"),
            false,
            false,
            List.of(),
            null,
            null,
            null,
            null));
  }
}
