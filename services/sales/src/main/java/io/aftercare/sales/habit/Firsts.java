package io.aftercare.sales.habit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which sale was a customer's first, of anything or of a class. One row per first: two sales never
 * both are.
 */
@ApplicationScoped
public class Firsts {

  private static final String CLAIM =
      """
      insert into first_dispensing (customer_id, what, sale_id)
      select * from unnest($1::uuid[], $2::text[], $3::uuid[])
      on conflict (customer_id, what) do nothing
      returning what, sale_id
      """;

  private static final String TAKEN =
      "select what from first_dispensing where customer_id = $1 and what = any($2::text[])";

  private static final String MOVE =
      """
      with moved as (delete from first_dispensing where customer_id = $1 returning what, sale_id),
      kept as (
        insert into kept_first (merged, customer_id, what, sale_id) select $1, $1, what, sale_id from moved
        on conflict (merged, customer_id, what) do nothing
      )
      insert into first_dispensing (customer_id, what, sale_id) select $2, what, sale_id from moved
      on conflict (customer_id, what) do nothing
      """;

  /**
   * Whatever was first in a sale of their own, and what both had: that was the survivor's
   * meanwhile.
   */
  private static final String GIVE_BACK =
      """
      with own as (
        delete from first_dispensing f using sale s
        where f.customer_id = $1 and s.id = f.sale_id and s.customer_id = any($3::uuid[])
        returning f.what, f.sale_id
      ),
      kept as (delete from kept_first where merged = $2 returning what, sale_id)
      insert into first_dispensing (customer_id, what, sale_id)
      select distinct on (what) $2::uuid, what, sale_id
      from (select 0 as rank, what, sale_id from kept union all select 1, what, sale_id from own) back
      order by what, rank
      on conflict (customer_id, what) do nothing
      """;

  private static final String GIVE_UP =
      "delete from first_dispensing where customer_id = $1 and sale_id = $2";

  private record Key(UUID customer, String what) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCustomer = customer.compareTo(other.customer);
      return byCustomer != 0 ? byCustomer : what.compareTo(other.what);
    }
  }

  /** A sale and of what it may be its customer's first. */
  public record Candidate(UUID saleId, UUID customerId, Set<String> possible) {}

  /** Of what each sale proved to be the first; the earlier candidate wins. */
  public Uni<Map<UUID, Set<String>>> claim(SqlConnection transaction, List<Candidate> candidates) {
    // Sorted, so that two batches never wait for each other's rows in opposite order.
    Map<Key, UUID> claims = new TreeMap<>();
    for (Candidate candidate : candidates) {
      for (String what : candidate.possible()) {
        claims.putIfAbsent(new Key(candidate.customerId(), what), candidate.saleId());
      }
    }
    if (claims.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    UUID[] customers = claims.keySet().stream().map(Key::customer).toArray(UUID[]::new);
    String[] whats = claims.keySet().stream().map(Key::what).toArray(String[]::new);
    UUID[] sales = claims.values().toArray(UUID[]::new);
    return transaction
        .preparedQuery(CLAIM)
        .execute(Tuple.of(customers, whats, sales))
        .map(
            rows -> {
              Map<UUID, Set<String>> won = new HashMap<>();
              rows.forEach(
                  row ->
                      won.computeIfAbsent(row.getUUID("sale_id"), sale -> new HashSet<>())
                          .add(row.getString("what")));
              return won;
            });
  }

  /** Those of the possible ones that no sale of this customer has had yet. */
  public Uni<Set<String>> open(SqlConnection transaction, UUID customer, Set<String> possible) {
    return transaction
        .preparedQuery(TAKEN)
        .execute(Tuple.of(customer, possible.toArray(String[]::new)))
        .map(
            rows -> {
              Set<String> open = new HashSet<>(possible);
              rows.forEach(row -> open.remove(row.getString("what")));
              return open;
            });
  }

  /** A voided sale never was: the next one may be the first. */
  public Uni<Void> giveUp(SqlConnection transaction, UUID customer, UUID voidedSale) {
    return transaction
        .preparedQuery(GIVE_UP)
        .execute(Tuple.of(customer, voidedSale))
        .replaceWithVoid();
  }

  /** What one customer had first is what another had, who is the same person. */
  public Uni<Void> move(SqlConnection transaction, UUID from, UUID to) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(from, to)).replaceWithVoid();
  }

  /**
   * They were two after all: the one who was merged has again what they had first.
   *
   * @param ids all by which tills knew that one
   */
  public Uni<Void> giveBack(SqlConnection transaction, UUID from, UUID to, UUID[] ids) {
    return transaction.preparedQuery(GIVE_BACK).execute(Tuple.of(from, to, ids)).replaceWithVoid();
  }
}
