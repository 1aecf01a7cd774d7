package io.aftercare.sales;

import static io.restassured.RestAssured.given;

import io.aftercare.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store's counter: what its till can do with the service, in its words. */
final class Counter {

  private final String storeId;
  private final String token;

  private Counter(String storeId) {
    this.storeId = storeId;
    this.token = Tokens.till(storeId);
  }

  /** The counter of a store in this zone; the store is registered. */
  static Counter of(String storeId, String zone) {
    given()
        .auth()
        .oauth2(Tokens.of("cora", null, "care-manager"))
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "id",
                storeId,
                "name",
                "Store " + storeId,
                "zone",
                zone,
                "country",
                "US",
                "currency",
                "USD"))
        .put("/stores/" + storeId)
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    return new Counter(storeId);
  }

  static void catalogue(Map<String, Object> product) {
    given()
        .auth()
        .oauth2(Tokens.of("cora", null, "care-manager"))
        .contentType(ContentType.JSON)
        .body(Map.of("products", List.of(product)))
        .put("/products")
        .then()
        .statusCode(200);
  }

  String storeId() {
    return storeId;
  }

  String token() {
    return token;
  }

  ValidatableResponse posts(Object sale) {
    return request().body(sale).post("/sales").then();
  }

  ValidatableResponse postsBatch(List<?> sales) {
    return request().body(Map.of("sales", sales)).post("/sales/batch").then();
  }

  /** Posts the sale, which must be new, and returns its id. */
  String sells(Object sale) {
    return posts(sale).statusCode(201).extract().path("id");
  }

  ValidatableResponse takesBack(String id, Object what) {
    return request().body(what).post("/sales/{id}/return", id).then();
  }

  ValidatableResponse voids(String id) {
    return request().body(Map.of("reason", "rung up twice")).post("/sales/{id}/void", id).then();
  }

  ValidatableResponse reads(String id) {
    return request().get("/sales/{id}", id).then();
  }

  ValidatableResponse lists(Map<String, ?> query) {
    return request().queryParams(query).get("/sales").then();
  }

  RequestSpecification request() {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  static String newCustomer() {
    return UUID.randomUUID().toString();
  }
}
