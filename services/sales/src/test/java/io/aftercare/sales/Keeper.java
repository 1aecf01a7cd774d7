package io.aftercare.sales;

import static io.restassured.RestAssured.given;

import io.aftercare.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.Stream;

/** Who keeps the catalogue and the stores, in their words. */
record Keeper(String token) {

  static Keeper cora() {
    return new Keeper(Tokens.of("cora", null, "care-manager"));
  }

  ValidatableResponse stores(ProductText... products) {
    return request()
        .body(Map.of("products", Stream.of(products).map(ProductText::json).toList()))
        .put("/products")
        .then();
  }

  ValidatableResponse imports(String csv, boolean dryRun) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", dryRun)
        .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/products/import")
        .then();
  }

  ValidatableResponse reads(String path) {
    return request().get(path).then().log().ifError();
  }

  ValidatableResponse posts(String path, Object body) {
    return request().body(body).post(path).then();
  }

  ValidatableResponse puts(String path, Object body) {
    return request().body(body).put(path).then();
  }

  RequestSpecification request() {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
