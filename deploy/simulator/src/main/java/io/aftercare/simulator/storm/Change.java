package io.aftercare.simulator.storm;

import java.util.List;
import java.util.Map;

/** What becomes of a sale afterwards. */
enum Change {
  NONE("completed", ""),
  VOIDED("voided", "void"),
  RETURNED("returned", "return"),
  FIRST_LINE_RETURNED("returned", "return");

  private final String status;
  private final String path;

  Change(String status, String path) {
    this.status = status;
    this.path = path;
  }

  /** The last part of the address that it is posted to. */
  String path() {
    return path;
  }

  /** Whether the status that sales keeps is the one this change leads to. */
  boolean isSeenIn(String stored) {
    return status.equals(stored);
  }

  /** What the till posts; the same return number however often. */
  Map<String, Object> request(String number) {
    return switch (this) {
      case NONE, VOIDED -> Map.of("reason", "rung up twice");
      case RETURNED -> Map.of("clientReturnId", "r-" + number, "reason", "not needed");
      case FIRST_LINE_RETURNED ->
          Map.of(
              "clientReturnId",
              "r-" + number,
              "reason",
              "not needed",
              "lines",
              List.of(Map.of("line", 1, "quantity", 1)));
    };
  }
}
