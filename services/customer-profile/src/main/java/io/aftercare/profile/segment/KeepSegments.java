package io.aftercare.profile.segment;

import io.aftercare.profile.customer.RetellCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reckons customers anew, and tells of those who are in other segments than before. Days are those
 * of UTC: whole chains are counted by them.
 */
@ApplicationScoped
public class KeepSegments {

  private final FactRows rows;
  private final Segments segments;
  private final RetellCustomers retellCustomers;
  private final Clock clock;

  KeepSegments(FactRows rows, Segments segments, RetellCustomers retellCustomers, Clock clock) {
    this.rows = rows;
    this.segments = segments;
    this.retellCustomers = retellCustomers;
    this.clock = clock;
  }

  /** In the transaction of what touched them; who is not known yet is reckoned when they are. */
  public Uni<Void> keep(SqlConnection transaction, Collection<UUID> touched) {
    if (touched.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return segments
        .holding(transaction)
        .chain(
            holding ->
                rows.concerned(transaction, touched.stream().distinct().toArray(UUID[]::new))
                    .chain(concerned -> rows.read(transaction, concerned))
                    .chain(people -> keep(transaction, people, holding)));
  }

  private Uni<Void> keep(SqlConnection transaction, List<Reckoning> people, List<Segment> holding) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Facts> facts = people.stream().map(person -> person.facts(today)).toList();
    return rows.keep(transaction, facts)
        .chain(() -> retellCustomers.retell(transaction, moved(people, facts, holding, today)));
  }

  /** By customer, the segments they are in by now where those are others than before. */
  private static Map<UUID, List<String>> moved(
      List<Reckoning> people, List<Facts> facts, List<Segment> holding, LocalDate today) {
    Words words = new Words();
    Block block = new Block(facts.size());
    for (int i = 0; i < facts.size(); i++) {
      block.set(i, facts.get(i), words);
    }
    List<List<String>> members = new ArrayList<>();
    facts.forEach(each -> members.add(new ArrayList<>()));
    int[] places = new int[facts.size()];
    for (Segment segment : holding) {
      int count = segment.rule().sieve(words, today).search(block, places);
      for (int i = 0; i < count; i++) {
        members.get(places[i]).add(segment.name());
      }
    }
    Map<UUID, List<String>> moved = new TreeMap<>();
    for (int i = 0; i < facts.size(); i++) {
      List<String> before = people.get(i).somebody().segments();
      if (!members.get(i).equals(before == null ? List.of() : before)) {
        moved.put(facts.get(i).customerId(), members.get(i));
      }
    }
    return moved;
  }
}
