package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer takes, as it follows from what the sales service tells. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MedicationIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter PAULA = Counter.ofChain("paula", "pharmacist");
  private static final String ENALAPRIL = "C09AA02";
  private static final String METFORMIN = "A10BA02";
  private static final String AMOXICILLIN = "J01CA04";

  @Inject AgroalDataSource database;

  private Neighbours neighbours;
  private Somebody ada;

  @BeforeEach
  void meet() {
    neighbours = new Neighbours();
    ada = Somebody.isNew();
    BOSTON.knows(ada);
  }

  @AfterEach
  void leave() throws InterruptedException {
    neighbours.close();
  }

  @Test
  void purchases_become_a_record_with_days_covered_and_run_out() {
    heard(
        sold(100).of(ENALAPRIL, 1, 30),
        sold(75).of(ENALAPRIL, 1, 30),
        sold(20).of(ENALAPRIL, 2, 60).of(AMOXICILLIN, 1, 7, false));

    JsonPath record = record("180");

    assertThat(record.getList("medicines.atc")).containsExactlyInAnyOrder(ENALAPRIL, AMOXICILLIN);
    String enalapril = "medicines.find { it.atc == 'C09AA02' }.";
    assertThat(record.getInt(enalapril + "fills")).isEqualTo(3);
    assertThat(record.getInt(enalapril + "packs")).isEqualTo(4);
    assertThat(record.getInt(enalapril + "everyDays")).isEqualTo(40);
    assertThat(record.getInt(enalapril + "earlyRefills")).isEqualTo(1);
    assertThat(record.getInt(enalapril + "lateRefills")).isEqualTo(1);
    // Covered from day 100 to 41 ago and from 20 ago to today.
    assertThat(record.getInt(enalapril + "adherence.daysCovered")).isEqualTo(60 + 21);
    assertThat(record.getInt(enalapril + "adherence.daysInPeriod")).isEqualTo(101);
    assertThat(record.getInt(enalapril + "adherence.pdc")).isEqualTo(80);
    assertThat(record.getBoolean(enalapril + "adherence.adherent")).isTrue();
    assertThat(record.getString(enalapril + "runsOutOn"))
        .isEqualTo(Sold.today().plusDays(40).toString());
  }

  @Test
  void the_whole_goes_by_the_medicines_taken_for_long() {
    heard(
        sold(99).of(ENALAPRIL, 1, 100),
        sold(99).of(METFORMIN, 1, 30),
        sold(50).of(AMOXICILLIN, 1, 5, false));

    JsonPath record = record("180");

    assertThat(record.getInt("overall.daysCovered")).isEqualTo(130);
    assertThat(record.getInt("overall.daysInPeriod")).isEqualTo(200);
    assertThat(record.getInt("overall.pdc")).isEqualTo(65);
    assertThat(record.getBoolean("overall.adherent")).isFalse();
  }

  @Test
  void the_period_is_the_readers_choice() {
    heard(sold(400).of(ENALAPRIL, 1, 30));

    assertThat(record("all").getInt("overall.daysCovered")).isEqualTo(30);
    assertThat(record("all").getInt("overall.daysInPeriod")).isEqualTo(401);
    assertThat(record("180").getInt("overall.daysCovered")).isZero();
    assertThat(record("180").getInt("overall.daysInPeriod")).isEqualTo(180);
    PAULA
        .request()
        .get("/customers/{id}/medication?days=soon", ada.id())
        .then()
        .statusCode(400)
        .body("violations[0].field", org.hamcrest.Matchers.equalTo("days"));
  }

  @Test
  void returned_packs_cover_nothing_and_a_voided_sale_never_was() {
    Sold enalapril = sold(30).of(ENALAPRIL, 3, 90);
    Sold metformin = sold(30).of(METFORMIN, 1, 30);
    neighbours.tell(enalapril);
    neighbours.tell(metformin);
    neighbours.tell(enalapril.returned(2));
    neighbours.tell(metformin.voided());
    neighbours.waitUntilHeard(metformin.id());
    neighbours.waitUntilHeard(enalapril.id());

    JsonPath record = record("180");

    assertThat(record.getList("medicines.atc")).containsExactly(ENALAPRIL);
    assertThat(record.getInt("medicines[0].packs")).isEqualTo(1);
    assertThat(record.getInt("medicines[0].adherence.daysCovered")).isEqualTo(30);
    assertThat(record.getInt("purchases.visits")).isEqualTo(1);
  }

  @Test
  void repeated_and_late_events_change_nothing() {
    Sold sale = sold(10).of(ENALAPRIL, 2, 60);
    SaleEvent first = sale.told();
    sale.returned(1);
    neighbours.tell(sale);
    neighbours.tell(first);
    neighbours.tell(sale);
    neighbours.tell(first);
    neighbours.waitUntilHeard(sale.id());

    JsonPath record = record("180");

    assertThat(record.getInt("medicines[0].fills")).isEqualTo(1);
    assertThat(record.getInt("medicines[0].packs")).isEqualTo(1);
  }

  @Test
  void a_poison_sale_is_set_aside_and_stops_nothing() {
    UUID poison = UUID.randomUUID();
    neighbours.tellsNonsense(poison);
    heard(sold(1).of(ENALAPRIL, 1, 30));

    assertThat(record("180").getList("medicines")).hasSize(1);
    assertThat(EventProbe.header(neighbours.seesSetAside(poison), "dead-letter-reason"))
        .contains("SaleEvent");
  }

  @Test
  void a_sale_that_comes_before_its_customer_is_not_lost() {
    var bela = Somebody.isNew();
    Sold sale = Sold.to(bela.id()).daysAgo(3).of(ENALAPRIL, 1, 30);
    neighbours.tell(sale);
    neighbours.waitUntilHeard(sale.id());
    BOSTON.knows(bela);

    assertThat(record(bela.id(), "180").getList("medicines")).hasSize(1);
  }

  @Test
  void who_comes_back_within_ninety_days_is_a_regular() {
    heard(
        sold(200).of(ENALAPRIL, 1, 30),
        sold(200).of(METFORMIN, 1, 30),
        sold(120).of(ENALAPRIL, 1, 30));

    JsonPath record = record("180");

    assertThat(record.getInt("purchases.visits")).isEqualTo(2);
    assertThat(record.getBoolean("purchases.regular")).isTrue();
    assertThat(record.getBoolean("purchases.within30")).isFalse();
    assertThat(record.getString("purchases.lastOn"))
        .isEqualTo(Sold.today().minusDays(120).toString());
  }

  @Test
  void a_merged_customers_medicines_are_the_survivors_until_the_merge_is_undone()
      throws SQLException {
    var twin = Somebody.isNew();
    BOSTON.knows(twin);
    heard(sold(10).of(ENALAPRIL, 1, 30), Sold.to(twin.id()).daysAgo(5).of(METFORMIN, 1, 30));
    var ledger = new Ledger(database);

    ledger.change(
        "update customer set status = 'MERGED', merged_into = '%s' where id = '%s'"
            .formatted(ada.id(), twin.id()));
    assertThat(record("180").getList("medicines.atc")).contains(ENALAPRIL, METFORMIN);

    ledger.change(
        "update customer set status = 'ACTIVE', merged_into = null where id = '%s'"
            .formatted(twin.id()));
    assertThat(record("180").getList("medicines.atc"))
        .contains(ENALAPRIL)
        .doesNotContain(METFORMIN);
    assertThat(record(twin.id(), "180").getList("medicines.atc")).containsExactly(METFORMIN);
  }

  @Test
  void nothing_is_kept_of_who_was_erased() throws SQLException {
    var ledger = new Ledger(database);
    ledger.change("update customer set status = 'ERASED' where id = '%s'".formatted(ada.id()));
    heard(sold(10).of(ENALAPRIL, 1, 30));

    assertThat(ledger.dump())
        .noneMatch(row -> row.contains(ENALAPRIL) && row.contains(ada.id().toString()));
  }

  @Test
  void a_reading_is_on_record_and_needs_reach() throws SQLException {
    heard(sold(1).of(ENALAPRIL, 1, 30));
    record("180");

    assertThat(new Ledger(database).readsOf(ada.id()))
        .extracting(Ledger.Read::what)
        .contains("GET /customers/{id}/medication");
    Counter.of("salem-1", "dispenser")
        .request()
        .get("/customers/{id}/medication", ada.id())
        .then()
        .statusCode(404);
  }

  private Sold sold(int daysAgo) {
    return Sold.to(ada.id()).daysAgo(daysAgo);
  }

  /** Told, and heard: what was told before may lie in other partitions, so each is waited for. */
  private void heard(Sold... sales) {
    for (Sold sale : sales) {
      neighbours.tell(sale);
    }
    for (Sold sale : sales) {
      neighbours.waitUntilHeard(sale.id());
    }
  }

  private JsonPath record(String days) {
    return record(ada.id(), days);
  }

  private static JsonPath record(UUID customer, String days) {
    return PAULA
        .request()
        .get("/customers/{id}/medication?days={days}", customer, days)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
