package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.limit.RawClaims;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fills follow-up's queue by SQL, and finishes what agents hold. */
final class DueCalls {

  /** From this many rows on it is quicker to build the indexes afterwards. */
  private static final int MANY = 500_000;

  /** Most calls are wellbeing or ordinary ones; a few are promised, high-alert or red flags. */
  private static final String FILL =
      """
      insert into call (id, cause_id, sale_id, customer_id, due_at, closes_at, lapses_at,
        local_date, programme_version, step, priority, rule, pharmacist, state, programme,
        store_id, zone, explained, reason)
      select uuidv7(), uuidv7(), uuidv7(), gen_random_uuid(), due, greatest(due, now()) + interval '12 hours',
        due + interval '4 days', current_date, 1, 1, priority, 1, priority = 2, 'planned',
        'wellbeing', 'bench-' || n %% 64, 'UTC', 'The first morning after the sale', 'First purchase'
      from (
        select n, %s as due,
          case when r < 0.001 then 0 when r < 0.02 then 1 when r < 0.07 then 2
            when r < 0.5 then 3 else 4 end as priority
        from (select n, random() as r from generate_series(1, %d) n) randomly) drawn
      """;

  private static final String DUE =
      "select count(*) from call where state = 'planned' and due_at <= now()";

  private static final String INDEXES =
      """
      select indexname, indexdef from pg_indexes
      where schemaname = 'public' and tablename = 'call' and indexdef not like '%UNIQUE%'
      """;

  private final House house;

  DueCalls(House house) {
    this.house = house;
  }

  /** Removes all calls. */
  void clear() {
    house.sql(FollowUp.NAME, "truncate call cascade");
  }

  /** Adds calls that fell due during the last two hours. */
  void addDue(int rows) {
    add("now() - random() * interval '2 hours'", rows);
  }

  /** Adds as many due calls as are missing. */
  void fillUpTo(int due) {
    long missing = due - house.count(FollowUp.NAME, DUE);
    if (missing > 0) {
      addDue((int) missing);
    }
  }

  /** Adds calls that fall due during the next month. */
  void addFuture(int rows) {
    add("now() + interval '6 hours' + random() * interval '30 days'", rows);
  }

  /** Adds calls that all fall due at this moment. */
  void addDueAt(Instant moment, int rows) {
    add("timestamptz '%s'".formatted(moment), rows);
  }

  private void add(String due, int rows) {
    String fill = FILL.formatted(due, rows);
    if (rows < MANY) {
      house.sql(FollowUp.NAME, fill);
    } else {
      List<Index> indexes = indexes();
      indexes.forEach(index -> house.sql(FollowUp.NAME, "drop index " + index.name()));
      house.sql(FollowUp.NAME, fill);
      indexes.forEach(index -> house.sql(FollowUp.NAME, index.definition()));
    }
    house.sql(FollowUp.NAME, "vacuum analyze call");
  }

  private record Index(String name, String definition) {}

  private List<Index> indexes() {
    List<Index> indexes = new ArrayList<>();
    try (Connection connection = house.connect(FollowUp.NAME);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(INDEXES)) {
      while (result.next()) {
        indexes.add(new Index(result.getString(1), result.getString(2)));
      }
    } catch (SQLException e) {
      throw new Broken("The indexes cannot be listed: " + e.getMessage(), e);
    }
    return indexes;
  }

  /** Finishes every held call; returns how many there were. */
  int finish() {
    try (Connection connection = house.connect(FollowUp.NAME);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(RawClaims.FINISH);
    } catch (SQLException e) {
      throw new Broken("Held calls cannot be finished: " + e.getMessage(), e);
    }
  }

  /** Row changes of the table so far, as the database counts them. */
  long changes() {
    return house.count(
        FollowUp.NAME,
        "select n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables"
            + " where schemaname = 'public' and relname = 'call'");
  }
}
