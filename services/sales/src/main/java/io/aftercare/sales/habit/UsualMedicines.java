package io.aftercare.sales.habit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which brand of a medicine each customer had last, and how long it lasts. */
@ApplicationScoped
public class UsualMedicines {

  /**
   * Answers what was there before, from the same statement: the row's lock keeps two sales of one
   * customer from seeing the same past. What was left of the last supply is added to.
   */
  private static final String REMEMBER =
      """
      insert into usual_medicine as u (customer_id, substance, brand, sale_id, dispensed_on, lasts_until)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::date[], $6::date[])
      on conflict (customer_id, substance) do update set
        brand = case when excluded.dispensed_on >= u.dispensed_on then excluded.brand else u.brand end,
        sale_id = case when excluded.dispensed_on >= u.dispensed_on then excluded.sale_id else u.sale_id end,
        dispensed_on = greatest(u.dispensed_on, excluded.dispensed_on),
        lasts_until = case when excluded.lasts_until is null then u.lasts_until
          else greatest(u.lasts_until, excluded.dispensed_on) + (excluded.lasts_until - excluded.dispensed_on) end
      returning u.customer_id, u.substance, old.brand as brand, old.dispensed_on as day, old.lasts_until as until
      """;

  private static final String FIND =
      """
      select customer_id, substance, brand, dispensed_on as day, lasts_until as until
      from usual_medicine where customer_id = $1 and substance = any($2::text[])
      """;

  private static final String MOVE =
      """
      with moved as (delete from usual_medicine where customer_id = $1 returning *),
      kept as (
        insert into kept_usual (merged, customer_id, substance, brand, sale_id, dispensed_on, lasts_until)
        select $1, o.customer_id, o.substance, o.brand, o.sale_id, o.dispensed_on, o.lasts_until from moved o
        union all
        select $1, o.customer_id, o.substance, o.brand, o.sale_id, o.dispensed_on, o.lasts_until
        from usual_medicine o join moved on moved.substance = o.substance where o.customer_id = $2
        on conflict (merged, customer_id, substance) do nothing
      )
      insert into usual_medicine as u (customer_id, substance, brand, sale_id, dispensed_on, lasts_until)
      select $2, substance, brand, sale_id, dispensed_on, lasts_until from moved
      on conflict (customer_id, substance) do update set
        brand = case when excluded.dispensed_on > u.dispensed_on then excluded.brand else u.brand end,
        sale_id = case when excluded.dispensed_on > u.dispensed_on then excluded.sale_id else u.sale_id end,
        dispensed_on = greatest(u.dispensed_on, excluded.dispensed_on),
        lasts_until = greatest(u.lasts_until, excluded.lasts_until)
      """;

  /** What was last dispensed under an id of their own goes with them. */
  private static final String TAKE_BACK =
      """
      with own as (
        delete from usual_medicine u using sale s
        where u.customer_id = $1 and s.id = u.sale_id and s.customer_id = any($3::uuid[])
        returning u.substance, u.brand, u.sale_id, u.dispensed_on, u.lasts_until
      )
      insert into usual_medicine (customer_id, substance, brand, sale_id, dispensed_on, lasts_until)
      select $2, substance, brand, sale_id, dispensed_on, lasts_until from own
      on conflict (customer_id, substance) do nothing
      """;

  /** What either had before, where nothing was dispensed to them since. */
  private static final String RESTORE =
      """
      with kept as (delete from kept_usual where merged = $1 returning *)
      insert into usual_medicine as u (customer_id, substance, brand, sale_id, dispensed_on, lasts_until)
      select customer_id, substance, brand, sale_id, dispensed_on, lasts_until from kept
      on conflict (customer_id, substance) do update set
        brand = excluded.brand, dispensed_on = excluded.dispensed_on, lasts_until = excluded.lasts_until
      where u.sale_id = excluded.sale_id
      """;

  private static final String FORGET =
      "delete from usual_medicine where customer_id = $1 and sale_id = $2";

  record Key(UUID customerId, String substance) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCustomer = customerId.compareTo(other.customerId);
      return byCustomer != 0 ? byCustomer : substance.compareTo(other.substance);
    }

    static Key of(Dispensing dispensing) {
      return new Key(dispensing.customerId(), dispensing.substance());
    }
  }

  /**
   * Remembers what was dispensed; answers how each sale stands to what was usual before it. Sales
   * without such a medicine are not in the answer.
   */
  public Uni<Map<UUID, Habits>> remember(SqlConnection transaction, List<Dispensing> dispensings) {
    Map<UUID, Habits> habits = new HashMap<>();
    Uni<Void> remembered = Uni.createFrom().voidItem();
    for (List<Dispensing> wave : waves(dispensings)) {
      remembered = remembered.chain(() -> remember(transaction, wave, habits));
    }
    return remembered.replaceWith(habits);
  }

  /**
   * A statement takes one row for each customer and substance: the second dispensing of the same,
   * by day, comes in the second wave. Each wave is sorted, so that two batches never wait for each
   * other's rows in opposite order.
   */
  private static List<List<Dispensing>> waves(List<Dispensing> dispensings) {
    Map<Key, List<Dispensing>> byKey = new TreeMap<>();
    dispensings.stream()
        .sorted(Comparator.comparing(Dispensing::day))
        .forEach(each -> byKey.computeIfAbsent(Key.of(each), key -> new ArrayList<>()).add(each));
    List<List<Dispensing>> waves = new ArrayList<>();
    for (List<Dispensing> ofKey : byKey.values()) {
      for (int wave = 0; wave < ofKey.size(); wave++) {
        if (waves.size() == wave) {
          waves.add(new ArrayList<>());
        }
        waves.get(wave).add(ofKey.get(wave));
      }
    }
    return waves;
  }

  private static Uni<Void> remember(
      SqlConnection transaction, List<Dispensing> wave, Map<UUID, Habits> habits) {
    return transaction
        .preparedQuery(REMEMBER)
        .execute(columns(wave))
        .map(UsualMedicines::usual)
        .invoke(
            before ->
                wave.forEach(
                    each ->
                        habits.merge(
                            each.saleId(),
                            Habits.UNKNOWN.with(each, before.get(Key.of(each))),
                            (known, ignored) -> known.with(each, before.get(Key.of(each))))))
        .replaceWithVoid();
  }

  /** How one sale would stand to what was usual before it; nothing is remembered. */
  public Uni<Habits> look(SqlConnection transaction, List<Dispensing> dispensings) {
    if (dispensings.isEmpty()) {
      return Uni.createFrom().item(Habits.UNKNOWN);
    }
    Dispensing any = dispensings.getFirst();
    String[] substances =
        dispensings.stream().map(Dispensing::substance).distinct().toArray(String[]::new);
    return transaction
        .preparedQuery(FIND)
        .execute(Tuple.of(any.customerId(), substances))
        .map(rows -> habits(dispensings, usual(rows)))
        .map(habits -> habits.getOrDefault(any.saleId(), Habits.UNKNOWN));
  }

  /** A voided sale never was: what it sold is nobody's usual brand. */
  public Uni<Void> forget(SqlConnection transaction, UUID customer, UUID voidedSale) {
    return transaction
        .preparedQuery(FORGET)
        .execute(Tuple.of(customer, voidedSale))
        .replaceWithVoid();
  }

  /** What one customer had is what another had, who is the same person; the latest is usual. */
  public Uni<Void> move(SqlConnection transaction, UUID from, UUID to) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(from, to)).replaceWithVoid();
  }

  /**
   * They were two after all: each has again what was theirs.
   *
   * @param ids all by which tills knew the one who had been merged
   */
  public Uni<Void> giveBack(SqlConnection transaction, UUID from, UUID to, UUID[] ids) {
    return transaction
        .preparedQuery(TAKE_BACK)
        .execute(Tuple.of(from, to, ids))
        .chain(() -> transaction.preparedQuery(RESTORE).execute(Tuple.of(to)))
        .replaceWithVoid();
  }

  /** How each sale stands to what was usual, each after the one before it. */
  static Map<UUID, Habits> habits(List<Dispensing> dispensings, Map<Key, Usual> before) {
    Map<Key, Usual> usual = new HashMap<>(before);
    Map<UUID, Habits> habits = new HashMap<>();
    for (Dispensing each : dispensings) {
      Usual last = usual.get(Key.of(each));
      habits.merge(
          each.saleId(),
          Habits.UNKNOWN.with(each, last),
          (known, ignored) -> known.with(each, last));
      usual.put(Key.of(each), Usual.after(last, each));
    }
    return habits;
  }

  private static Tuple columns(List<Dispensing> wave) {
    int n = wave.size();
    UUID[] customers = new UUID[n];
    String[] substances = new String[n];
    String[] brands = new String[n];
    UUID[] sales = new UUID[n];
    LocalDate[] days = new LocalDate[n];
    LocalDate[] untils = new LocalDate[n];
    for (int i = 0; i < n; i++) {
      Dispensing each = wave.get(i);
      customers[i] = each.customerId();
      substances[i] = each.substance();
      brands[i] = each.brand();
      sales[i] = each.saleId();
      days[i] = each.day();
      untils[i] = each.lastsUntil();
    }
    return Tuple.of(customers, substances, brands, sales, days, untils);
  }

  private static Map<Key, Usual> usual(RowSet<Row> rows) {
    Map<Key, Usual> usual = new HashMap<>();
    for (Row row : rows) {
      @Nullable String brand = row.getString("brand");
      if (brand != null) {
        usual.put(
            new Key(row.getUUID("customer_id"), row.getString("substance")),
            new Usual(brand, row.getLocalDate("day"), row.getLocalDate("until")));
      }
    }
    return usual;
  }
}
