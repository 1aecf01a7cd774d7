package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.House;
import java.time.Duration;

/** The outboxes of the services, as far as they are waited for. */
final class Outboxes {

  private Outboxes() {}

  /** Waits until the relay has sent all; returns how much waited at first. */
  static long awaitEmpty(House house, String service) {
    long waiting = house.count(service, "select count(*) from outbox");
    Waiting.until(
        "The outbox of " + service + " empties",
        Duration.ofMinutes(10),
        () -> house.count(service, "select count(*) from (select 1 from outbox limit 1) w") == 0);
    return waiting;
  }
}
