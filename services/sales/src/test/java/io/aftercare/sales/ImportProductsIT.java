package io.aftercare.sales;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ImportProductsIT {

  private static final String GOOD_AND_BAD =
      """
      system;code;name;strength;form;atc;prescription;daysSupply;gtin;otherCodes;points.en;points.th
      house;i-1;Amoxicillin;250 mg;capsule;J01CA04;yes;7;5012345678900;ndc:1-1|pzn:0101;Finish the course.|With water.;กินให้หมด
      house;i-2;Bad digit;;;;no;;5012345678901;;;
      house;i-3;Bad class;;;J1;no;soon;;;;

      house;i-1;Again;;;;no;;;;;
      house;i-4;Takes a code;;;;no;;;ndc:1-1;;
      house;i-5;"Two
      lines";;;;no;;;;;
      house;;No code;;;;no;;;;;
      """;

  private final Keeper keeper = Keeper.cora();

  @Test
  void good_lines_are_stored_and_bad_ones_are_named_line_by_line() {
    String rehearsed =
        keeper
            .imports(GOOD_AND_BAD, true)
            .statusCode(200)
            .body("dryRun", equalTo(true))
            .extract()
            .asString();
    keeper.reads("/products/house/i-1").statusCode(404);

    String real =
        keeper
            .imports(GOOD_AND_BAD, false)
            .statusCode(200)
            .body("lines", equalTo(7))
            .body("added", equalTo(1))
            .body("refused", equalTo(6))
            .body("problems.line", contains(3, 4, 4, 6, 7, 8, 10))
            .body("problems[0].field", equalTo("gtin"))
            .body("problems[0].message", containsString("check digit of these digits is 0"))
            .body("problems[3].message", equalTo("is the product of line 2 again"))
            .body("problems[4].field", equalTo("otherCodes"))
            .body("problems[4].message", equalTo("ndc 1-1 is a code of house i-1 already"))
            .body("problems[5].field", equalTo("name"))
            .body("problems[6].field", equalTo("code"))
            .extract()
            .asString();

    assertEquals(rehearsed.replace("\"dryRun\":true", "\"dryRun\":false"), real);
    keeper
        .reads("/products/gtin/5012345678900")
        .statusCode(200)
        .body("code", equalTo("i-1"))
        .body("counsellingPoints.en", contains("Finish the course.", "With water."))
        .body("counsellingPoints.th", contains("กินให้หมด"));
  }

  @Test
  void the_same_file_again_changes_nothing_and_a_short_one_only_what_it_names() {
    String whole = "system,code,name,prescription,atc,points.en\nhouse,j-1,One,no,N02BE01,Rest.\n";
    keeper.imports(whole, false).body("added", equalTo(1));
    keeper.imports(whole, false).body("unchanged", equalTo(1)).body("added", equalTo(0));

    keeper
        .imports("\uFEFFsystem,code,name,atc\r\nhouse,j-1,Renamed,\r\n", false)
        .body("changed", equalTo(1));

    keeper
        .reads("/products/house/j-1")
        .body("name", equalTo("Renamed"))
        .body("atc", nullValue())
        .body("counsellingPoints.en", contains("Rest."));
    keeper.reads("/products/house/j-1/versions").body("items.version", contains(2, 1));
  }

  @Test
  void tens_of_thousands_of_lines_are_one_import() {
    StringBuilder file = new StringBuilder("system,code,name,prescription,longTerm\n");
    for (int i = 0; i < 20_000; i++) {
      file.append("bulk,").append(i).append(",Bulk product ").append(i);
      file.append(i % 1_000 == 0 ? ",perhaps,no\n" : ",no,no\n");
    }

    keeper
        .imports(file.toString(), false)
        .statusCode(200)
        .body("lines", equalTo(20_000))
        .body("added", equalTo(19_980))
        .body("refused", equalTo(20))
        .body("problems[1].line", equalTo(1_002));
    keeper.reads("/products/bulk/19999").statusCode(200);
  }

  @Test
  void a_file_that_is_no_list_of_products_is_refused() {
    keeper
        .imports("system,code,name,colour\nhouse,k-1,One,red\n", false)
        .statusCode(400)
        .body("violations[0].field", equalTo("colour"))
        .body("violations[0].message", containsString("known are system"));
    keeper.imports("", false).statusCode(400);
    keeper.imports("system,code,name\nhouse,k-1,\"One\n", false).statusCode(400);
    keeper.posts("/products/import", Map.of("products", "none")).statusCode(415);
    given()
        .auth()
        .oauth2(keeper.token())
        .contentType("text/csv")
        .queryParam("dryRun", "perhaps")
        .body("system,code,name\n")
        .post("/products/import")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("dryRun"));
    given()
        .auth()
        .oauth2(keeper.token())
        .contentType(ContentType.XML)
        .body("<products/>")
        .post("/products/import")
        .then()
        .statusCode(415);
  }
}
