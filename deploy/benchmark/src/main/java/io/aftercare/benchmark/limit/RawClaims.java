package io.aftercare.benchmark.limit;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One claimer in SQL, 200 calls at a time, each priority probed by itself. */
public final class RawClaims {

  private static final String SERVICE = "follow-up";
  private static final int AT_A_TIME = 200;

  /** Claims before time counts, as many as a crowd of a thousand agents gets. */
  private static final long SETTLING = 5_000;

  private static final String CLAIM =
      """
      with due as materialized (
        select id from (values (0), (1), (2), (3), (4)) p(priority)
        cross join lateral (
          select c.id from call c
          where c.state = 'planned' and not c.pharmacist and c.priority = p.priority
            and c.due_at <= now() and c.closes_at > now()
          order by c.due_at limit %1$d for update skip locked) d
        limit %1$d)
      update call c set state = 'held', holder = 'raw-' || d.n, epoch = c.epoch + 1,
        permitted_at = null, lease_until = clock_timestamp() + interval '90 seconds'
      from (select id, row_number() over () as n from due) d
      where c.id = d.id
      returning c.*
      """
          .formatted(AT_A_TIME);

  /** What the agents would do next, done at once. */
  public static final String FINISH =
      """
      update call set state = 'done', holder = null, lease_until = null, version = version + 1
      where state = 'held'
      """;

  private RawClaims() {}

  /** Calls claimed per second; finishing them is not counted. */
  public static double claim(House house, Duration time, long atMost) {
    long nanos = 0;
    long claimed = -SETTLING;
    try (Connection connection = house.connect(SERVICE);
        PreparedStatement claim = connection.prepareStatement(CLAIM);
        Statement finish = connection.createStatement()) {
      while (nanos < time.toNanos() && claimed + AT_A_TIME <= atMost) {
        long start = System.nanoTime();
        int rows = 0;
        try (ResultSet result = claim.executeQuery()) {
          while (result.next()) {
            rows++;
          }
        }
        if (claimed >= 0) {
          nanos += System.nanoTime() - start;
        }
        if (rows != AT_A_TIME) {
          throw new Broken("Only %d of %d calls could be claimed".formatted(rows, AT_A_TIME));
        }
        claimed += rows;
        finish.executeUpdate(FINISH);
      }
    } catch (SQLException e) {
      throw new Broken("Calls cannot be claimed: " + e.getMessage(), e);
    }
    return claimed / (nanos / 1e9);
  }
}
