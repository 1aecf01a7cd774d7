package io.aftercare.sales;

import static io.aftercare.sales.SaleText.pack;
import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RecallBadInputIT {

  private final Keeper pharmacist = new Keeper(Tokens.of("paula", null, "pharmacist"));

  @ParameterizedTest
  @CsvSource({
    "gtin, 5012345678901, B, why, code, check digit",
    "GTIN, 1, B, why, system, must be",
    "house, 1, '', why, batch, must not be blank",
    "house, 1, 123456789012345678901, why, batch, size must be",
    "house, 1, B, ' ', reason, must not be blank"
  })
  void a_spoiled_recall_is_refused_and_its_field_is_named(
      String system, String code, String batch, String reason, String field, String message) {
    pharmacist
        .posts("/recalls", Map.of("system", system, "code", code, "batch", batch, "reason", reason))
        .statusCode(400)
        .body("violations.field", contains(field))
        .body("violations[0].message", containsString(message));
  }

  @Test
  void a_batch_of_a_line_has_the_form_of_a_batch() {
    Counter.of("boston-1", "America/New_York")
        .posts(sale().lines(List.of(pack("house", "1", 1, "a b"))).json())
        .statusCode(400)
        .body("violations[0].field", equalTo("lines[0].batch"));
    pharmacist
        .posts(
            "/recalls",
            Map.of(
                "system",
                "gtin",
                "code",
                "05012345678900",
                "batch",
                "X",
                "reason",
                "r",
                "colour",
                1))
        .statusCode(400)
        .body("violations[0].field", equalTo("colour"));
  }
}
