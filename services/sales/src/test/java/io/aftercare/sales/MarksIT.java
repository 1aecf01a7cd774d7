package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What makes a sale deserve a call, where the house can see it by itself. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MarksIT {

  Counter boston;

  @BeforeEach
  void open() {
    boston = Counter.of("boston-1", "America/New_York");
    catalogue("m-norvasc", "amlodipine 5 MG Oral Tablet [Norvasc]", "C08CA01", true);
    catalogue("m-norvasc-10", "amlodipine 10 MG Oral Tablet [Norvasc]", "C08CA01", true);
    catalogue("m-generic", "amlodipine 5 MG Oral Tablet", "C08CA01", true);
    catalogue("m-penicillin", "penicillin V 500 MG Oral Tablet", "J01CE02", false);
  }

  @Test
  void another_brand_than_the_usual_one_is_seen_by_the_house() {
    String customer = Counter.newCustomer();
    boston.sells(bought(customer, "m-norvasc", "2026-03-03T14:05:00-05:00"));
    boston
        .posts(bought(customer, "m-generic", "2026-03-30T14:05:00-04:00"))
        .statusCode(201)
        .body("marks.brandSwitch", equalTo(true))
        .body("lines[0].brandSwitch", equalTo(true))
        .body("marks.missedDoseRisk", equalTo(false));
    boston
        .posts(bought(customer, "m-generic", "2026-04-25T14:05:00-04:00"))
        .body("marks.brandSwitch", equalTo(false));
  }

  @Test
  void another_strength_of_the_usual_brand_is_no_switch() {
    String customer = Counter.newCustomer();
    boston.sells(bought(customer, "m-norvasc", "2026-03-03T14:05:00-05:00"));
    boston
        .posts(bought(customer, "m-norvasc-10", "2026-03-20T14:05:00-04:00"))
        .body("marks.brandSwitch", equalTo(false));
  }

  @Test
  void a_voided_sale_makes_no_brand_usual() {
    String customer = Counter.newCustomer();
    String id = boston.sells(bought(customer, "m-norvasc", "2026-03-03T14:05:00-05:00"));
    boston.voids(id).statusCode(200);
    boston
        .posts(bought(customer, "m-generic", "2026-03-20T14:05:00-04:00"))
        .body("marks.brandSwitch", equalTo(false));
  }

  @Test
  void a_refill_after_the_supply_has_ended_is_a_likely_missed_dose() {
    String customer = Counter.newCustomer();
    boston.sells(bought(customer, "m-norvasc", "2026-03-03T14:05:00-05:00"));
    boston
        .posts(bought(customer, "m-norvasc", "2026-04-03T14:05:00-04:00"))
        .body("marks.missedDoseRisk", equalTo(true));
  }

  @Test
  void an_early_refill_puts_off_the_day_on_which_the_next_is_overdue() {
    String customer = Counter.newCustomer();
    boston.sells(bought(customer, "m-norvasc", "2026-03-03T14:05:00-05:00"));
    boston.sells(bought(customer, "m-norvasc", "2026-03-23T14:05:00-04:00"));
    boston
        .posts(bought(customer, "m-norvasc", "2026-05-02T14:05:00-04:00"))
        .body("marks.missedDoseRisk", equalTo(false));
  }

  @Test
  void what_is_taken_already_and_bought_late_in_the_evening_is_a_likely_missed_dose() {
    String customer = Counter.newCustomer();
    boston
        .posts(bought(customer, "m-norvasc", "2026-03-03T22:05:00-05:00"))
        .body("marks.missedDoseRisk", equalTo(false))
        .body("marks.lateEvening", equalTo(true));
    boston
        .posts(bought(customer, "m-norvasc", "2026-03-20T22:05:00-04:00"))
        .body("marks.missedDoseRisk", equalTo(true));
  }

  @Test
  void a_preview_shows_the_marks_of_the_sale_and_keeps_nothing() {
    String customer = Counter.newCustomer();
    boston.sells(bought(customer, "m-norvasc", "2026-03-03T14:05:00-05:00"));
    Map<String, Object> basket = new LinkedHashMap<>();
    basket.put("customerId", customer);
    basket.put("buyer", "caregiver");
    basket.put("occurredAt", "2026-03-30T14:05:00-04:00");
    basket.put("lines", List.of(SaleText.line("rxnorm", "m-generic", 1)));
    for (int twice = 0; twice < 2; twice++) {
      boston
          .request()
          .body(basket)
          .post("/sales/preview")
          .then()
          .statusCode(200)
          .body("marks.brandSwitch", equalTo(true))
          .body("marks.firstPurchase", equalTo(false))
          .body("marks.buyerIsNotPatient", equalTo(true))
          .body("checklist.ask", contains("allergies", "other-medicines"))
          .body("checklist.tell.topic", hasItem("side-effects"))
          .body("warnings", empty());
    }
    boston.lists(Map.of("customerId", customer)).body("items", hasSize(1));
  }

  @Test
  void a_recorded_allergy_warns_of_its_whole_class_and_the_sale_goes_on_acknowledged() {
    Map<String, Object> basket = new LinkedHashMap<>();
    basket.put(
        "lines",
        List.of(
            SaleText.line("rxnorm", "m-generic", 1), SaleText.line("rxnorm", "m-penicillin", 1)));
    basket.put("allergies", List.of(Map.of("atc", "J01CA04", "name", "amoxicillin")));
    boston
        .request()
        .body(basket)
        .post("/sales/preview")
        .then()
        .statusCode(200)
        .body("warnings", hasSize(1))
        .body("warnings[0].line", equalTo(2))
        .body("warnings[0].allergy", equalTo("J01CA04"));

    Map<String, Object> acknowledged = Map.of("line", 1, "allergy", "J01CA04", "by", "dan");
    boston
        .posts(sale().with("acknowledgedWarnings", List.of(acknowledged)).json())
        .statusCode(201)
        .body("acknowledgedWarnings[0].by", equalTo("dan"));
    boston
        .posts(
            sale()
                .with(
                    "acknowledgedWarnings",
                    List.of(Map.of("line", 2, "allergy", "J01CA04", "by", "dan")))
                .json())
        .statusCode(400)
        .body("violations.field", hasItem("acknowledgedWarnings[0].line"));
    boston
        .posts(
            sale()
                .with("acknowledgedWarnings", List.of(Map.of("line", 2, "allergy", "J01CA04")))
                .json())
        .statusCode(400)
        .body("violations.field", hasItem("acknowledgedWarnings[0].by"));
  }

  @Test
  void a_warning_that_nobody_took_upon_them_marks_the_sale_and_stands_in_the_days_report() {
    Counter store = Counter.of("warned-1", "Asia/Bangkok");
    Map<String, Object> shown = Map.of("line", 1, "allergy", "J01CA04");
    Map<String, Object> taken = Map.of("line", 1, "allergy", "J01CA04", "by", "dan");
    String at = "2026-03-03T10:00:00+07:00";
    store
        .posts(
            sale()
                .with("occurredAt", at)
                .with("warnings", List.of(shown))
                .with("acknowledgedWarnings", List.of(taken))
                .json())
        .statusCode(201)
        .body("marks.unacknowledgedWarning", equalTo(false));
    SaleText open = sale().with("occurredAt", at).with("warnings", List.of(shown));
    String id =
        store
            .posts(open.json())
            .statusCode(201)
            .body("marks.unacknowledgedWarning", equalTo(true))
            .extract()
            .path("id");

    store.reads(id).body("warnings[0].allergy", equalTo("J01CA04"));
    store
        .request()
        .get("/reports/day?date=2026-03-03")
        .then()
        .statusCode(200)
        .body("unacknowledged.saleId", contains(id))
        .body("unacknowledged.clientSaleId", contains(open.number()));
    store
        .posts(sale().with("warnings", List.of(Map.of("line", 2, "allergy", "J01C"))).json())
        .statusCode(400)
        .body("violations.field", hasItem("warnings[0].line"));
  }

  @Test
  void batch_expiry_directions_and_declined_counselling_are_kept() {
    Map<String, Object> line = SaleText.line("rxnorm", "m-generic", 1);
    line.put("batch", "LOT/42-A");
    line.put("expiry", "2027-12-31");
    line.put("directions", "One tablet every morning");
    Map<String, Object> counselling =
        Map.of("asked", List.of(), "told", List.of(), "by", "dan", "declined", true);
    boston
        .posts(sale().with("counselling", counselling).lines(List.of(line)).json())
        .statusCode(201)
        .body("lines[0].batch", equalTo("LOT/42-A"))
        .body("lines[0].expiry", equalTo("2027-12-31"))
        .body("lines[0].directions", equalTo("One tablet every morning"))
        .body("counselling.declined", equalTo(true));
    line.put("batch", "no blanks allowed");
    boston
        .posts(sale().lines(List.of(line)).json())
        .statusCode(400)
        .body("violations.field", hasItem("lines[0].batch"));
  }

  private static Map<String, Object> bought(String customer, String code, String at) {
    return sale()
        .with("customerId", customer)
        .with("occurredAt", at)
        .lines(List.of(SaleText.line("rxnorm", code, 1)))
        .json();
  }

  private static void catalogue(String code, String name, String atc, boolean longTerm) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("system", "rxnorm");
    product.put("code", code);
    product.put("name", name);
    product.put("atc", atc);
    product.put("prescription", true);
    product.put("daysSupply", 30);
    product.put("highAlert", false);
    product.put("specialForm", false);
    product.put("longTerm", longTerm);
    Counter.catalogue(product);
  }
}
