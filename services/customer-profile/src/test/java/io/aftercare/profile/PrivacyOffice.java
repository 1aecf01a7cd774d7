package io.aftercare.profile;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Pam, the privacy officer. */
final class PrivacyOffice {

  static final String PAM = Tokens.subject("pam");

  private final String token = Tokens.of("pam", null, "privacy-officer");

  /** What a person gets: the page to read, and the same for machines. */
  record Export(String page, JsonNode data) {}

  Export exports(UUID customer) throws IOException {
    byte[] archive =
        request()
            .get("/customers/{id}/export", customer)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    Map<String, String> files = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return new Export(
        files.get("customer.html"), new ObjectMapper().readTree(files.get("customer.json")));
  }

  void restricts(UUID customer, boolean restricted) {
    request()
        .contentType(ContentType.JSON)
        .body(Map.of("restricted", restricted))
        .put("/customers/{id}/restriction", customer)
        .then()
        .statusCode(204);
  }

  JsonPath erases(UUID customer) {
    return request()
        .delete("/customers/{id}", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  int reapplies() {
    return request().post("/erasures/reapply").then().statusCode(200).extract().path("erased");
  }

  Response releases(UUID customer, UUID reaction) {
    return request().delete("/customers/{id}/legal-holds/{reaction}", customer, reaction);
  }

  JsonPath seesWhoRead(UUID customer) {
    return asksWhoRead("customer=" + customer).then().statusCode(200).extract().jsonPath();
  }

  Response asksWhoRead(String query) {
    return request().get("/access-log?" + query);
  }

  JsonPath verifies() {
    return request().get("/access-log/verification").then().statusCode(200).extract().jsonPath();
  }

  JsonPath seesBrokenGlassOf(UUID customer) {
    return request()
        .get("/broken-glass?customerId={id}", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  JsonPath rotatesKeys() {
    return request().post("/keys/rotation").then().statusCode(200).extract().jsonPath();
  }

  Response opens(UUID customer) {
    return request().get("/customers/{id}", customer);
  }

  private RequestSpecification request() {
    return given().auth().oauth2(token);
  }
}
