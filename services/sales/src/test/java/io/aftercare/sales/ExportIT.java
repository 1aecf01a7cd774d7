package io.aftercare.sales;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others rebuild from: every sale once, as its last event told it. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ExportIT {

  private static final String SERVICE = Tokens.of("rebuilder", null, "service");

  @Test
  void every_sale_is_told_again_once_as_it_stands() {
    Counter counter = Counter.of("export-1", "America/New_York");
    List<String> sold = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sold.add(counter.sells(SaleText.sale().json()));
    }

    JsonPath last = null;
    List<String> exported = new ArrayList<>();
    String cursor = null;
    do {
      last = part(cursor);
      exported.addAll(last.getList("items.key"));
      cursor = last.getString("next");
    } while (cursor != null);

    assertThat(exported).containsAll(sold).doesNotHaveDuplicates().isSorted();
    String one = "items.find { it.key == '%s' }.".formatted(sold.getLast());
    assertThat(last.getString(one + "type")).isEqualTo("io.aftercare.sale.completed.v1");
    assertThat(last.getString(one + "data.storeId")).isEqualTo("export-1");
    assertThat(last.getString(one + "data.currency")).isEqualTo("USD");
    assertThat(last.getDouble(one + "data.total")).isPositive();
  }

  @Test
  void a_cursor_that_is_none_is_named() {
    given()
        .auth()
        .oauth2(SERVICE)
        .get("/exports/sales?cursor=soon")
        .then()
        .statusCode(400)
        .body("violations[0].field", org.hamcrest.Matchers.equalTo("cursor"));
  }

  private static JsonPath part(String cursor) {
    return given()
        .auth()
        .oauth2(SERVICE)
        .get("/exports/sales" + (cursor == null ? "" : "?cursor=" + cursor))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
