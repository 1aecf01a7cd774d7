package io.aftercare.console.gate;

import java.util.Arrays;
import java.util.Optional;

/** A service behind the console, by the name it has in the page's addresses. */
enum Area {
  SALES("sales"),
  CUSTOMER_PROFILE("customer-profile"),
  FOLLOW_UP("follow-up"),
  FEEDBACK("feedback");

  private final String segment;

  Area(String segment) {
    this.segment = segment;
  }

  static Optional<Area> of(String segment) {
    return Arrays.stream(values()).filter(area -> area.segment.equals(segment)).findFirst();
  }

  /** Where the page finds it: {@code /api/<segment>}. */
  String root() {
    return "/api/" + segment;
  }

  @Override
  public String toString() {
    return segment;
  }
}
