package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.limit.Topic;
import io.aftercare.benchmark.load.Customers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The follow-up service with the chain's customers known to it, from now on fed by sales. */
final class FollowUp {

  static final String NAME = "follow-up";

  private static final int PAGE = 10_000;
  private static final String KNOW =
      """
      insert into known_customer (id, version, birth_month, zone)
      select id, 1, (1940 + n % 70) || '-0' || (1 + n % 9),
        (array['America/New_York', 'Europe/London', 'Asia/Shanghai', 'Australia/Sydney'])[1 + n % 4]
      from unnest(?::uuid[]) with ordinality as c(id, n)
      on conflict (id) do nothing
      """;

  private FollowUp() {}

  /** Starts it where it does not run yet; sales told before are not its business then. */
  static void open(Bench bench) {
    House house = bench.house();
    bench.shops().open();
    Outboxes.awaitEmpty(house, "sales");
    if (!house.runs(NAME)) {
      try (Topic sales = new Topic(house.kafka().bootstrapServers(), "aftercare.sales")) {
        sales.forgetAll();
      }
      house.service(NAME);
      know(house);
    }
  }

  private static void know(House house) {
    try (Connection connection = house.connect(NAME);
        PreparedStatement know = connection.prepareStatement(KNOW)) {
      for (int from = 0; from < Customers.COUNT; from += PAGE) {
        know.setArray(1, connection.createArrayOf("uuid", Customers.ids(from, from + PAGE)));
        know.executeUpdate();
      }
    } catch (SQLException e) {
      throw new Broken("The customers cannot be made known: " + e.getMessage(), e);
    }
  }
}
