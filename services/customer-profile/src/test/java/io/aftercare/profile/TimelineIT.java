package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.FollowUpEvent;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.SurveyEvent;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened with a customer, as it follows from what all services tell. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class TimelineIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter PAULA = Counter.ofChain("paula", "pharmacist");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .setSerializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Inject AgroalDataSource database;
  @Inject Scoped scoped;

  private Neighbours neighbours;
  private Somebody ada;

  @BeforeEach
  void meet() {
    neighbours = new Neighbours();
    ada = Somebody.isNew().who("given", "care-calls", "call");
    BOSTON.knows(ada);
  }

  @AfterEach
  void leave() throws InterruptedException {
    neighbours.close();
  }

  @Test
  void what_all_services_tell_is_in_one_list_newest_first() {
    Sold sale = Sold.to(ada.id()).daysAgo(3).of("C09AA02", 1, 30);
    UUID call = UUID.randomUUID();
    neighbours.tell(sale);
    neighbours.tell(call(call, 2, "done", "complaint", NOW.minus(2, ChronoUnit.DAYS)));
    neighbours.tell(
        new ComplaintEvent(
            UUID.randomUUID(),
            1,
            "open",
            ada.id(),
            call,
            sale.id(),
            "boston-1",
            "wait",
            NOW,
            null));
    neighbours.tell(
        new SurveyEvent(
            UUID.randomUUID(),
            1,
            "csat",
            ada.id(),
            call,
            "boston-1",
            "wellbeing",
            2,
            NOW.plusSeconds(1)));

    JsonPath timeline = awaitEntries(6);

    assertThat(timeline.getList("items.kind"))
        .containsExactlyInAnyOrder("sale", "contact", "outcome", "complaint", "answer", "consent");
    List<String> times = timeline.getList("items.at");
    assertThat(times.stream().map(Instant::parse).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(timeline.getString("items.find { it.kind == 'sale' }.detail.atc"))
        .isEqualTo("C09AA02");
    assertThat(timeline.getString("items.find { it.kind == 'outcome' }.state"))
        .isEqualTo("complaint");
    assertThat(timeline.getString("items.find { it.kind == 'complaint' }.detail.category"))
        .isEqualTo("wait");
    assertThat(timeline.getString("items.find { it.kind == 'answer' }.detail.score"))
        .isEqualTo("2");
    assertThat(timeline.getString("items.find { it.kind == 'consent' }.detail.purpose"))
        .isEqualTo("care-calls");
  }

  @Test
  void what_changes_is_one_entry_as_it_stands_last() {
    Sold sale = Sold.to(ada.id()).daysAgo(3).of("C09AA02", 2, 60);
    neighbours.tell(sale);
    neighbours.tell(sale.returned(1));
    neighbours.waitUntilHeard(sale.id());

    JsonPath timeline = awaitEntries(2);

    assertThat(timeline.getList("items.findAll { it.kind == 'sale' }.state"))
        .containsExactly("returned");
    PAULA
        .request()
        .get("/customers/{id}/timeline?kind=sale", ada.id())
        .then()
        .body("items.kind", contains("sale"));
    PAULA.request().get("/customers/{id}/timeline?kind=sail", ada.id()).then().statusCode(400);
  }

  @Test
  void what_was_lost_is_rebuilt_from_exports_and_who_was_erased_stays_erased() throws SQLException {
    var gone = Somebody.isNew();
    BOSTON.knows(gone);
    awaitEntries(1);
    Sold sale = Sold.to(ada.id()).daysAgo(3).of("C09AA02", 2, 60);
    SaleEvent old = sale.told();
    neighbours.tell(sale.returned(1));
    neighbours.waitUntilHeard(sale.id());
    Sold before = Sold.to(ada.id()).daysAgo(900).of("C09AA02", 1, 30);
    Sold ofGone = Sold.to(gone.id()).daysAgo(3).of("C09AA02", 1, 30);
    var ledger = new Ledger(database);
    ledger.change("delete from timeline_entry where kind = 'CONSENT'");
    ledger.change("update customer set status = 'ERASED' where id = '%s'".formatted(gone.id()));
    Counter service = Counter.ofChain("follow-up", "service");

    service
        .request()
        .body(Map.of("events", List.of(exported(before), exported(ofGone), exported(old))))
        .post("/timeline/rebuild")
        .then()
        .statusCode(200);
    service.request().post("/timeline/rebuild/consents").then().statusCode(200);

    JsonPath timeline = awaitEntries(3);
    assertThat(timeline.getList("items.kind")).containsExactlyInAnyOrder("sale", "sale", "consent");
    // An export that is older than what was heard since takes nothing back.
    assertThat(timeline.getList("items.findAll { it.kind == 'sale' }.state"))
        .containsExactly("returned", "completed");
    assertThat(
            ledger.count(
                "select count(*) from timeline_entry where customer_id = '%s'"
                    .formatted(gone.id())))
        .isZero();
  }

  private static Map<String, Object> exported(Sold sale) {
    return exported(sale.told());
  }

  private static Map<String, Object> exported(SaleEvent sale) {
    ObjectNode data = JSON.valueToTree(sale);
    data.put("addedLater", "is passed over");
    return Map.of(
        "type",
        EventTypes.SALE_COMPLETED,
        "key",
        sale.saleId(),
        "version",
        sale.version(),
        "time",
        NOW.toString(),
        "data",
        data);
  }

  @Test
  void ten_thousand_entries_are_read_by_pages_and_each_once() throws SQLException {
    awaitEntries(1);
    fill(10_000);

    List<String> seen = new ArrayList<>();
    String next = "/customers/%s/timeline?limit=200".formatted(ada.id());
    while (next != null) {
      Response page = PAULA.request().urlEncodingEnabled(false).get(next);
      seen.addAll(page.then().statusCode(200).extract().jsonPath().getList("items.sourceId"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }

    assertThat(seen).hasSize(10_001).doesNotHaveDuplicates();
  }

  @Test
  void a_page_costs_the_same_however_long_the_list() throws SQLException {
    fill(10_000);
    var ledger = new Ledger(database);
    ledger.change("analyze timeline_entry");

    String query =
        """
        explain (analyze, costs off, timing off)
        select e.* from unnest(array['%s']::uuid[]) as person (id)
        cross join lateral (
          select * from timeline_entry t
          where t.customer_id = person.id and (t.at, t.id) < (timestamptz '9999-12-31', '%s'::uuid)
          order by t.at desc, t.id desc limit 51) e
        order by e.at desc, e.id desc limit 51
        """
            .formatted(ada.id(), new UUID(-1, -1));
    // As the service asks, behind row level security.
    String plan =
        scoped
            .inTransaction(
                new Reach.Store("boston-1", "till"),
                transaction ->
                    transaction
                        .query(query)
                        .execute()
                        .map(
                            rows ->
                                rows.stream()
                                    .map(row -> row.getString(0))
                                    .collect(Collectors.joining("\n"))))
            .await()
            .atMost(Duration.ofSeconds(20));

    assertThat(plan).contains("timeline_entry_place").doesNotContain("Seq Scan on timeline_entry");
    // No more is read than the page holds.
    assertThat(plan).containsPattern("Index Scan using timeline_entry_place.*rows=51");
  }

  @Test
  void a_reading_is_on_record_and_needs_reach() throws SQLException {
    awaitEntries(1);

    assertThat(new Ledger(database).readsOf(ada.id()))
        .extracting(Ledger.Read::what)
        .contains("GET /customers/{id}/timeline");
    Counter.of("salem-1", "dispenser")
        .request()
        .get("/customers/{id}/timeline", ada.id())
        .then()
        .statusCode(404);
  }

  private void fill(int entries) throws SQLException {
    new Ledger(database)
        .change(
            """
            insert into timeline_entry (id, version, kind, source_id, customer_id, at, store_id, state, detail)
            select gen_random_uuid(), 1, 'SALE', gen_random_uuid(), '%s', now() - n / 3 * interval '1 hour',
              'boston-1', 'completed', '{}'
            from generate_series(1, %d) n
            """
                .formatted(ada.id(), entries));
  }

  private JsonPath awaitEntries(int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                PAULA
                    .request()
                    .get("/customers/{id}/timeline", ada.id())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath(),
            timeline -> timeline.getList("items").size() == count);
  }

  private FollowUpEvent call(
      UUID id, long version, String state, String disposition, Instant dueAt) {
    return new FollowUpEvent(
        id,
        version,
        state,
        UUID.randomUUID(),
        ada.id(),
        "boston-1",
        "wellbeing",
        1,
        1,
        3,
        dueAt,
        dueAt.plus(11, ChronoUnit.HOURS),
        1,
        disposition,
        null,
        2,
        "wait",
        "agent-ann",
        200,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
