package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A till brought a customer's id of its own; later the file was found to be another one's. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MergeIT {

  static EventProbe customers;
  Counter boston;

  @BeforeAll
  static void open() {
    customers = EventProbe.on(Topics.CUSTOMERS);
  }

  @AfterAll
  static void close() throws InterruptedException {
    customers.close();
  }

  @BeforeEach
  void store() {
    boston = Counter.of("boston-1", "America/New_York");
  }

  @Test
  void the_sales_follow_whichever_id_is_asked_for() {
    String offline = Counter.newCustomer();
    String known = Counter.newCustomer();
    String first = boston.sells(sale().with("customerId", offline).json());
    merged(offline, known);
    String later = boston.sells(sale().with("customerId", known).json());

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                boston
                    .lists(Map.of("customerId", known))
                    .body("items.id", containsInAnyOrder(first, later)));
    boston.lists(Map.of("customerId", offline)).body("items.id", containsInAnyOrder(first, later));
  }

  @Test
  void what_was_bought_under_the_old_id_counts_for_the_person() {
    String offline = Counter.newCustomer();
    String known = Counter.newCustomer();
    boston.sells(sale().with("customerId", offline).json());
    merged(offline, known);
    merged(known, Counter.newCustomer());
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                boston
                    .request()
                    .body(
                        Map.of(
                            "customerId",
                            known,
                            "lines",
                            List.of(SaleText.line("rxnorm", "308182", 1))))
                    .post("/sales/preview")
                    .then()
                    .body("marks.firstPurchase", equalTo(false)));
    boston
        .posts(sale().with("customerId", known).json())
        .statusCode(201)
        .body("marks.firstPurchase", equalTo(false));
  }

  @Test
  void a_chain_of_merges_ends_at_the_last_whichever_was_heard_first() {
    String first = Counter.newCustomer();
    String second = Counter.newCustomer();
    String last = Counter.newCustomer();
    boston.sells(sale().with("customerId", first).json());
    merged(second, last);
    awaitOnePerson(second, last);
    merged(first, second);
    awaitOnePerson(first, last);
    boston
        .posts(sale().with("customerId", last).json())
        .statusCode(201)
        .body("marks.firstPurchase", equalTo(false));
  }

  @Test
  void an_undone_merge_gives_each_their_own_sales_and_habits_back() {
    String one = Counter.newCustomer();
    String other = Counter.newCustomer();
    String sale = boston.sells(sale().with("customerId", other).json());
    String own = boston.sells(sale().with("customerId", one).json());
    merged(other, one);
    awaitOnePerson(other, one);

    customers.send(EventTypes.CUSTOMER_CHANGED, other, 3, file(UUID.fromString(other), null));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                boston
                    .lists(Map.of("customerId", other))
                    .body("items.id", containsInAnyOrder(sale)));
    boston.lists(Map.of("customerId", one)).body("items.id", hasItem(own));
    for (String each : List.of(one, other)) {
      boston
          .posts(sale().with("customerId", each).json())
          .statusCode(201)
          .body("marks.firstPurchase", equalTo(false));
    }
  }

  @Test
  void an_undone_merge_leaves_nobody_with_a_first_that_was_another_s() {
    String one = Counter.newCustomer();
    String other = Counter.newCustomer();
    boston.sells(sale().with("customerId", other).json());
    merged(other, one);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> boston.lists(Map.of("customerId", one)).body("items.size()", equalTo(1)));

    customers.send(EventTypes.CUSTOMER_CHANGED, other, 3, file(UUID.fromString(other), null));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> boston.lists(Map.of("customerId", one)).body("items.size()", equalTo(0)));
    boston
        .posts(sale().with("customerId", one).json())
        .statusCode(201)
        .body("marks.firstPurchase", equalTo(true));
    boston
        .posts(sale().with("customerId", other).json())
        .statusCode(201)
        .body("marks.firstPurchase", equalTo(false));
  }

  /** Both ids list the same sales, one of which was sold under the first. */
  private void awaitOnePerson(String one, String other) {
    String id = boston.sells(sale().with("customerId", other).json());
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> boston.lists(Map.of("customerId", one)).body("items.id", hasItem(id)));
  }

  private static void merged(String customer, String into) {
    customers.send(
        EventTypes.CUSTOMER_CHANGED,
        customer,
        2,
        file(UUID.fromString(customer), UUID.fromString(into)));
  }

  private static CustomerEvent file(UUID id, @Nullable UUID into) {
    return new CustomerEvent(
        id,
        into == null ? 3 : 2,
        into == null ? "active" : "merged",
        into,
        null,
        "America/New_York",
        null,
        List.of(),
        false,
        false,
        List.of(),
        null,
        null,
        null,
        null);
  }
}
