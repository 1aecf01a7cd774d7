package io.aftercare.sales;

import static io.aftercare.sales.SaleText.line;
import static io.aftercare.sales.SaleText.sale;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CatalogueIT {

  private final Keeper keeper = Keeper.cora();

  @Test
  void a_product_is_found_by_every_code_that_it_has() {
    ProductText syrup =
        ProductText.product("c-1")
            .codes("gtin", "4006381333931", "ndc", "0093-4155")
            .with(
                "counsellingPoints", Map.of("en", List.of("Shake well."), "zh", List.of("用前摇匀。")));
    keeper.stores(syrup).statusCode(200).body("stored", equalTo(1));

    for (String code :
        List.of("house/c-1", "gtin/4006381333931", "gtin/04006381333931", "ndc/0093-4155")) {
      keeper
          .reads("/products/" + code)
          .statusCode(200)
          .body("code", equalTo("c-1"))
          .body("codes.code", contains("04006381333931", "0093-4155"))
          .body("counsellingPoints.zh", contains("用前摇匀。"));
    }
  }

  @Test
  void a_code_that_was_given_up_leads_nowhere_and_is_free() {
    keeper.stores(ProductText.product("c-2").codes("ndc", "2-2")).statusCode(200);
    keeper.stores(ProductText.product("c-2")).statusCode(200);
    keeper.reads("/products/ndc/2-2").statusCode(404);

    keeper.stores(ProductText.product("c-3").codes("ndc", "2-2")).statusCode(200);

    keeper.reads("/products/ndc/2-2").body("code", equalTo("c-3"));
  }

  @Test
  void two_products_never_have_one_code_and_nothing_is_stored_then() {
    keeper.stores(ProductText.product("c-4").codes("ndc", "4-4")).statusCode(200);

    keeper
        .stores(ProductText.product("c-5"), ProductText.product("c-6").codes("ndc", "4-4"))
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:code-taken"))
        .body("violations[0].field", equalTo("products[1].codes[0]"))
        .body("violations[0].message", equalTo("ndc 4-4 is a code of house c-4 already"));
    keeper.reads("/products/house/c-5").statusCode(404);
  }

  static List<Arguments> spoiled() {
    return List.of(
        Arguments.of(
            "products[0].codes[0].code",
            "check digit of these digits is 1",
            ProductText.product("x").codes("gtin", "4006381333932")),
        Arguments.of(
            "products[0].code",
            "8, 12, 13 or 14 digits",
            ProductText.product("x").with("system", "gtin").with("code", "123")),
        Arguments.of(
            "products[0].codes[0].code",
            "class of many",
            ProductText.product("x").codes("atc", "J01CA04")),
        Arguments.of("products[0].atc", "ATC code", ProductText.product("x").with("atc", "J1")),
        Arguments.of("products[0].atc", "ATC code", ProductText.product("x").with("atc", "X01")),
        Arguments.of(
            "products[0].counsellingPoints",
            "language tag",
            ProductText.product("x").with("counsellingPoints", Map.of("English", List.of("a")))),
        Arguments.of(
            "products[0].counsellingPoints.en[1]",
            "1 to 500",
            ProductText.product("x").with("counsellingPoints", Map.of("en", List.of("good", " ")))),
        Arguments.of(
            "products[0].counsellingPoints.en",
            "must be 1 to 20 points",
            ProductText.product("x").with("counsellingPoints", Map.of("en", List.of()))),
        Arguments.of(
            "products[0].codes",
            "size must be",
            ProductText.product("x")
                .with(
                    "codes",
                    IntStream.range(0, 51)
                        .mapToObj(i -> Map.of("system", "ndc", "code", "x-" + i))
                        .toList())),
        Arguments.of(
            "products[0].name", "control", ProductText.product("x").with("name", "a\u0000b")),
        Arguments.of(
            "products[0].daysSupply",
            "greater than 0",
            ProductText.product("x").with("daysSupply", 0)),
        Arguments.of(
            "products[0].colour",
            "is not a known field",
            ProductText.product("x").with("colour", 1)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spoiled")
  void a_spoiled_product_is_refused_and_its_field_is_named(
      String field, String message, ProductText product) {
    keeper
        .stores(product)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.find { it.field == '" + field + "' }.message", containsString(message));
  }

  @Test
  void a_product_that_is_nothing_is_refused() {
    for (String body :
        List.of(
            "{\"products\": [null]}",
            "{\"products\": [{\"system\": \"house\", \"code\": \"x\"}]}",
            "{\"products\": []}",
            "{\"products\": [{\"system\": \"house\", \"code\": \"x\", \"name\": \"x\", \"prescription\": true,"
                + " \"highAlert\": false, \"specialForm\": false, \"longTerm\": false, \"codes\": [null, {}],"
                + " \"counsellingPoints\": {\"en\": [null], \"th\": null}}]}")) {
      keeper
          .puts("/products", body)
          .statusCode(400)
          .contentType("application/problem+json")
          .body("violations.size()", greaterThanOrEqualTo(1));
    }
  }

  @Test
  void every_change_is_kept_and_the_same_again_is_no_change() {
    keeper.stores(ProductText.product("c-7")).statusCode(200);
    keeper.stores(ProductText.product("c-7")).statusCode(200);
    keeper.stores(ProductText.product("c-7").with("name", "Another name")).statusCode(200);

    keeper
        .reads("/products/house/c-7/versions")
        .statusCode(200)
        .body("items.version", contains(2, 1))
        .body("items.changedBy", contains("cora", "cora"))
        .body("items.product.name", contains("Another name", "Syrup c-7"));
    keeper.reads("/products/house/none/versions").statusCode(404);
  }

  @Test
  void the_best_hits_of_a_search_come_first() {
    keeper
        .stores(
            ProductText.product("s-1").with("name", "Zyxomol forte"),
            ProductText.product("s-2").with("name", "Compound with zyxomol"),
            ProductText.product("s-3").with("name", "Antizyxomol"))
        .statusCode(200);

    keeper.reads("/products?q=ZYXO").body("items.code", contains("s-1", "s-2", "s-3"));
    keeper.reads("/products?q=zyxomol&limit=1").body("items.code", contains("s-1"));
    keeper.reads("/products?q=s-3").body("items[0].code", equalTo("s-3"));
    keeper.reads("/products?q=nothinglikeit").body("items.size()", equalTo(0));
  }

  @Test
  void a_search_that_makes_no_sense_is_refused() {
    keeper
        .reads("/products?limit=0&colour=red")
        .statusCode(400)
        .body("violations.field", hasItem("limit"))
        .body("violations.field", hasItem("colour"));
  }

  @Test
  void what_is_sold_without_being_catalogued_is_listed_until_it_is() {
    Counter till = Counter.of("boston-1", "America/New_York");
    till.sells(sale().lines(List.of(line("house", "u-1", 1))).json());
    till.sells(sale().lines(List.of(line("house", "u-1", 2), line("gtin", "96385074", 1))).json());

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                keeper
                    .reads("/products/uncatalogued")
                    .statusCode(200)
                    .body("items.code", hasItem("u-1"))
                    .body("items.code", hasItem("00000096385074"))
                    .body("items.find { it.code == 'u-1' }.sales", greaterThanOrEqualTo(2)));

    keeper.stores(ProductText.product("u-1")).statusCode(200);
    keeper.reads("/products/uncatalogued").body("items.code", not(hasItem("u-1")));
  }

  @Test
  void a_scanned_pack_is_its_product_with_batch_and_expiry() {
    keeper.stores(ProductText.product("g-1").codes("gtin", "09506000134352")).statusCode(200);

    Counter.of("boston-1", "America/New_York")
        .request()
        .body(Map.of("code", "]d2010950600013435217271231101A2B\u001d21S42"))
        .post("/products/scan")
        .then()
        .statusCode(200)
        .body("gtin", equalTo("09506000134352"))
        .body("batch", equalTo("1A2B"))
        .body("expiry", equalTo("2027-12-31"))
        .body("serial", equalTo("S42"))
        .body("product.code", equalTo("g-1"));
    keeper
        .posts("/products/scan", Map.of("code", "(01)04006381333932"))
        .statusCode(400)
        .body("violations[0].field", equalTo("code"))
        .body("violations[0].message", containsString("check digit"));
    keeper
        .posts("/products/scan", Map.of("code", "(01)00614141000036(10)B"))
        .statusCode(200)
        .body("product", nullValue());
  }
}
