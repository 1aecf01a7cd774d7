package io.aftercare.benchmark.limit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Sales and outbox rows written by SQL alone, in tables of the same shape with the same indexes;
 * what is written is what the service wrote for a sale of average size.
 */
public final class RawSales {

  private static final String SALE =
      """
      insert into raw.sale
        (id, store_id, client_sale_id, customer_id, occurred_at, received_at, status, version, state)
      %s
      on conflict (store_id, client_sale_id) do nothing
      returning id, received_at""";

  private static final String ONE =
      """
      values (uuidv7(), 'bench-' || :store, 'p' || :number, md5(:customer)::uuid, now(), now(),
        'completed', 1, cast(:state as json))""";

  private static final String HUNDRED =
      """
      select uuidv7(), 'bench-' || :store, 'p' || :number || '-' || i, md5(:customer || '-' || i)::uuid,
        now(), now(), 'completed', 1, cast(:state as json)
      from generate_series(1, 100) i""";

  private static final String STATEMENT =
      """
      with sold as (%s)
      insert into raw.outbox (event_id, topic, type, key, version, time, payload, traceparent)
      select gen_random_uuid(), 'aftercare.sales', 'io.aftercare.sale.completed.v1', id, 1,
        received_at, :payload, :traceparent
      from sold;
      """;

  private static final String RANDOM =
      """
      \\set store random(0, 63)
      \\set number random(1, 1000000000000000)
      \\set customer random(0, 99999)
      """;

  private static final String SAMPLE =
      """
      select state::text, payload, traceparent from outbox join sale on sale.id = outbox.key
      order by abs(length(payload) - (select avg(length(payload)) from outbox)) limit 1
      """;

  private final Map<String, String> sample;

  private RawSales(Map<String, String> sample) {
    this.sample = sample;
  }

  /** Makes the tables; the outbox of the service must hold some events to take a sample from. */
  public static RawSales like(House house) {
    house.sql(
        "sales",
        "create schema if not exists raw",
        "create table if not exists raw.sale (like public.sale including all)",
        "create table if not exists raw.outbox (like public.outbox including all)");
    return new RawSales(sample(house));
  }

  private static Map<String, String> sample(House house) {
    try (Connection connection = house.connect("sales");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SAMPLE)) {
      if (!result.next()) {
        throw new Broken("No event waits that could serve as a sample");
      }
      String traceparent = result.getString(3);
      return Map.of(
          "state",
          new ObjectMapper().readTree(result.getString(1)).toString(),
          "payload",
          result.getString(2),
          "traceparent",
          traceparent == null ? "" : traceparent);
    } catch (SQLException | JsonProcessingException e) {
      throw new Broken("No sample of a sale: " + e.getMessage(), e);
    }
  }

  /** What the scripts refer to. */
  public Map<String, String> variables() {
    return sample;
  }

  /** The event of a sale of average size, as JSON. */
  public String payload() {
    return sample.getOrDefault("payload", "");
  }

  /** The trace context that such an event carries. */
  public String traceparent() {
    return sample.getOrDefault("traceparent", "");
  }

  /** One statement for a sale with its event. */
  public static String one() {
    return RANDOM + STATEMENT.formatted(SALE.formatted(ONE));
  }

  /** A hundred such statements in one transaction, sent without waiting for each other. */
  public static String hundredInTurn() {
    return "\\startpipeline\nbegin;\n" + one().repeat(100) + "commit;\n\\endpipeline\n";
  }

  /** One statement for a hundred sales with their events. */
  public static String hundredAtOnce() {
    return RANDOM + STATEMENT.formatted(SALE.formatted(HUNDRED));
  }

  /** Empties the tables. */
  public static void clear(House house) {
    house.sql("sales", "truncate raw.sale, raw.outbox");
  }
}
