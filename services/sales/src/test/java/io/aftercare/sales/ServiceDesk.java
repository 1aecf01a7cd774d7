package io.aftercare.sales;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a store's counter can do with service requests, in its words. */
final class ServiceDesk {

  static final Instant TOMORROW =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  private final Counter store;

  ServiceDesk(Counter store) {
    this.store = store;
  }

  /** Opens a request for nobody known, promised for tomorrow; returns its id. */
  String opens(String kind) {
    return asks(Map.of("kind", kind, "promisedAt", TOMORROW.toString()))
        .statusCode(201)
        .extract()
        .path("id");
  }

  ValidatableResponse asks(Map<String, ?> request) {
    return store.request().body(request).post("/service-requests").then();
  }

  ValidatableResponse moves(String id, String move) {
    return store.request().post("/service-requests/{id}/" + move, id).then();
  }

  ValidatableResponse cancels(String id, String reason) {
    return store
        .request()
        .body(Map.of("reason", reason))
        .post("/service-requests/{id}/cancel", id)
        .then();
  }

  ValidatableResponse promises(String id, Instant promise, String reason) {
    return store
        .request()
        .body(Map.of("promisedAt", promise.toString(), "reason", reason))
        .post("/service-requests/{id}/promise", id)
        .then();
  }

  ValidatableResponse reads(String id) {
    return store.request().get("/service-requests/{id}", id).then();
  }

  ValidatableResponse lists(Map<String, ?> query) {
    return store.request().queryParams(query).get("/service-requests").then();
  }
}
