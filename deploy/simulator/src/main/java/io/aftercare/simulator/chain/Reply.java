package io.aftercare.simulator.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a service answered. */
public record Reply(int status, JsonNode body) {

  /** So many of the fields that are wrong are named; a batch may have hundreds. */
  private static final int FIELDS = 5;

  /** One thing that is wrong with what was sent. */
  public record Violation(String field, String message) {}

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /**
   * The body as a record.
   *
   * @throws CannotGoOn when it is not one
   */
  public <T> T as(Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(expectOk(type.getSimpleName()).body(), type);
    } catch (JsonProcessingException e) {
      throw new CannotGoOn(
          "the answer holds no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * This reply, if it says yes.
   *
   * @throws CannotGoOn saying what the house did not take, and why
   */
  public Reply expectOk(String what) {
    if (!ok()) {
      throw new CannotGoOn("the house does not take " + what + ": " + reason());
    }
    return this;
  }

  /** Why it was refused, in one line, with the fields that are wrong. */
  public String reason() {
    String why =
        violations(body).stream()
            .limit(FIELDS)
            .map(each -> each.field.isEmpty() ? each.message : each.field + " " + each.message)
            .collect(Collectors.joining("; "));
    return "%d %s".formatted(status, why).strip();
  }

  /** Every violation that a problem document names, or its detail under no field. */
  static List<Violation> violations(JsonNode problem) {
    List<Violation> violations = new ArrayList<>();
    for (JsonNode violation : problem.path("violations")) {
      violations.add(new Violation(text(violation, "field"), text(violation, "message")));
    }
    if (violations.isEmpty()) {
      String detail = text(problem, "detail");
      violations.add(new Violation("", detail.isEmpty() ? text(problem, "title") : detail));
    }
    return violations;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
