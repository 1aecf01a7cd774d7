package io.aftercare.simulator.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

/** A call as the house shows it. */
record SeenCall(JsonNode view) {

  String id() {
    return view.path("id").asText();
  }

  long epoch() {
    return view.path("epoch").asLong();
  }

  UUID saleId() {
    return UUID.fromString(view.path("saleId").asText());
  }

  UUID customerId() {
    return UUID.fromString(view.path("customerId").asText());
  }

  String state() {
    return view.path("state").asText();
  }

  String programme() {
    return view.path("programme").asText();
  }

  String reason() {
    return view.path("reason").asText();
  }

  /** By the clock on the wall in New York. */
  ZonedDateTime dueAt() {
    return OffsetDateTime.parse(view.path("dueAt").asText())
        .atZoneSameInstant(RunningHouse.NEW_YORK);
  }
}
