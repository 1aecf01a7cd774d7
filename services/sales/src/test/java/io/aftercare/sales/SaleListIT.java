package io.aftercare.sales;

import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SaleListIT {

  @Test
  void lists_are_paged_newest_first_and_only_the_stores_own() {
    Counter boston = Counter.of("boston-1", "America/New_York");
    Counter denver = Counter.of("denver-lists", "America/Denver");
    String first = denver.sells(sale().with("occurredAt", "2026-03-01T10:00:00-07:00").json());
    String second = denver.sells(sale().with("occurredAt", "2026-03-02T10:00:00-07:00").json());

    var page = denver.lists(Map.of("limit", 1)).statusCode(200).body("items.id", contains(second));

    denver.request().get(next(page)).then().statusCode(200).body("items.id", contains(first));
    boston
        .lists(Map.of("storeId", "denver-lists"))
        .statusCode(200)
        .body("items.storeId", not(hasItem("denver-lists")));
  }

  @Test
  void the_whole_chain_is_one_list_newest_first_over_all_stores_and_pages() {
    Counter denver = Counter.of("denver-chain", "America/Denver");
    Counter bangkok = Counter.of("bangkok-chain", "Asia/Bangkok");
    // Four sales of two stores, by turns; the second two at one instant.
    String oldest = denver.sells(sale().with("occurredAt", "2020-02-01T08:00:00-07:00").json());
    String older = bangkok.sells(sale().with("occurredAt", "2020-02-02T08:00:00+07:00").json());
    String instant = "2020-02-03T03:00:00Z";
    String one = denver.sells(sale().with("occurredAt", instant).json());
    String other = bangkok.sells(sale().with("occurredAt", instant).json());

    List<Map<String, Object>> all = new ArrayList<>();
    ValidatableResponse page = Keeper.cora().reads("/sales?limit=3").statusCode(200);
    while (next(page) != null) {
      all.addAll(page.extract().path("items"));
      page = Keeper.cora().reads(next(page)).statusCode(200);
    }
    all.addAll(page.extract().path("items"));

    List<String> ids = all.stream().map(each -> (String) each.get("id")).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    List<String> ours = List.of(oldest, older, one, other);
    List<String> newestOfOne = one.compareTo(other) > 0 ? List.of(one, other) : List.of(other, one);
    assertEquals(
        List.of(newestOfOne.get(0), newestOfOne.get(1), older, oldest),
        ids.stream().filter(ours::contains).toList());
    List<OffsetDateTime> times =
        all.stream().map(each -> OffsetDateTime.parse((String) each.get("occurredAt"))).toList();
    assertEquals(
        times.stream().sorted(Comparator.comparing(OffsetDateTime::toInstant).reversed()).toList(),
        times);
  }

  @Test
  void an_old_sale_is_taken_and_marked_and_keeps_both_its_times() {
    Counter boston = Counter.of("boston-1", "America/New_York");
    String old = boston.sells(sale().with("occurredAt", "2019-11-05T23:50:00-05:00").json());
    String now = boston.sells(sale().with("occurredAt", OffsetDateTime.now().toString()).json());

    String received =
        boston
            .reads(old)
            .body("recordedLate", equalTo(true))
            .body("occurredAt", equalTo("2019-11-05T23:50:00-05:00"))
            .extract()
            .path("receivedAt");
    assertEquals(
        OffsetDateTime.now().getYear(), OffsetDateTime.parse(received).getYear(), received);
    boston.reads(now).body("recordedLate", equalTo(false));
  }

  private static String next(ValidatableResponse page) {
    String link = page.extract().header("Link");
    return link == null ? null : link.replaceAll(".*<(.*)>.*", "$1");
  }
}
