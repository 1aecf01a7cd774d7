package io.aftercare.simulator.storm;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one request. */
sealed interface Answer {

  /** The house has answered, and its answer tells whether it was done. */
  record Heard(int status, JsonNode body) implements Answer {

    boolean ok() {
      return status >= 200 && status < 300;
    }

    /** The name of the problem, without what all names begin with. */
    String problem() {
      String type = body.path("type").asText("").replace("urn:aftercare:problem:", "");
      String reason = body.path("reason").asText("");
      return (status + " " + type + " " + reason + " " + (type.isEmpty() ? body : "")).strip();
    }
  }

  /** No answer, or one of trouble inside (5xx): it may have been done or not. */
  record Unheard(String why) implements Answer {}

  /** The connection was refused: it was certainly not done. */
  record Unsent() implements Answer {}
}
