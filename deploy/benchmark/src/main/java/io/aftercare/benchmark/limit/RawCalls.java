package io.aftercare.benchmark.limit;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The calls that follow-up planned, written again by SQL alone: 500 a commit. */
public final class RawCalls {

  private static final String SERVICE = "follow-up";

  private static final String COLUMNS =
      """
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
      from information_schema.columns where table_schema = 'public' and table_name = 'call'
      """;

  private static final String STAGE =
      """
      create table raw.staged as
      select row_number() over (order by c.id) as n, c.* from public.call c where c.sale_id > '%s'
      """;

  private static final String WRITE =
      """
      do $$
      declare
        most bigint := (select max(n) from raw.staged);
        at bigint := 0;
      begin
        while at < most loop
          insert into raw.call (%1$s) select %1$s from raw.staged where n > at and n <= at + 500;
          commit;
          at := at + 500;
        end loop;
      end $$
      """;

  private RawCalls() {}

  /** Lays out the calls of all sales after this one; returns how many. */
  public static long stage(House house, String afterSale) {
    house.sql(
        SERVICE,
        "create schema if not exists raw",
        "drop table if exists raw.staged, raw.call",
        "create table raw.call (like public.call including all)",
        STAGE.formatted(afterSale),
        "alter table raw.staged add primary key (n)",
        "analyze raw.staged");
    return house.count(SERVICE, "select count(*) from raw.staged");
  }

  /** Writes what was laid out; rows per second. */
  public static double write(House house, long rows) {
    try (Connection connection = house.connect(SERVICE);
        Statement statement = connection.createStatement()) {
      String columns;
      try (var result = statement.executeQuery(COLUMNS)) {
        result.next();
        columns = result.getString(1);
      }
      long start = System.nanoTime();
      statement.execute(WRITE.formatted(columns));
      return rows / ((System.nanoTime() - start) / 1e9);
    } catch (SQLException e) {
      throw new Broken("Calls cannot be written: " + e.getMessage(), e);
    }
  }
}
