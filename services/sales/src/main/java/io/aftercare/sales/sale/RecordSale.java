package io.aftercare.sales.sale;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.batch.Gatherer;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.sales.habit.Dispensing;
import io.aftercare.sales.habit.Firsts;
import io.aftercare.sales.habit.Firsts.Candidate;
import io.aftercare.sales.habit.Habits;
import io.aftercare.sales.habit.UsualMedicines;
import io.aftercare.sales.recall.RecordBatches;
import io.aftercare.sales.sale.Sales.Number;
import io.aftercare.sales.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Records posted sales, each once. Concurrent ones are gathered into one transaction: sales, firsts
 * and events together.
 *
 * <p>A number that was used before is not stored again: with the same content it is the same sale,
 * with another it is refused, and the fields that differ are named.
 */
@ApplicationScoped
class RecordSale {

  /** Another instance took a number between our look and our insert; the second look finds it. */
  private static final class NumberTaken extends RuntimeException {
    NumberTaken() {
      super("A sale number was taken meanwhile", null, false, false);
    }
  }

  /** A posted sale with its store and the trace of its request. */
  record Posted(NewSale sale, Store store, @Nullable String traceparent) {
    Number number() {
      return new Number(store.id(), sale.clientSaleId());
    }
  }

  private record Draft(
      UUID id, Posted posted, Set<String> possibleFirsts, List<Dispensing> dispensings) {}

  /** What the house remembered of the customers of a batch, by sale. */
  private record Past(Map<UUID, Set<String>> firsts, Map<UUID, Habits> habits) {}

  private final Outbox outbox;
  private final Sales sales;
  private final Firsts firsts;
  private final UsualMedicines usual;
  private final Appraisal appraisal;
  private final RecordBatches batches;
  private final ObjectMapper json;
  private final Gatherer<Posted, Recorded> gatherer;

  RecordSale(
      Outbox outbox,
      Sales sales,
      Firsts firsts,
      UsualMedicines usual,
      Appraisal appraisal,
      RecordBatches batches,
      ObjectMapper json,
      @ConfigProperty(name = "aftercare.sales.gather.batch") int batch,
      @ConfigProperty(name = "aftercare.sales.gather.in-flight") int inFlight,
      @ConfigProperty(name = "aftercare.sales.gather.waiting") int waiting) {
    this.outbox = outbox;
    this.sales = sales;
    this.firsts = firsts;
    this.usual = usual;
    this.appraisal = appraisal;
    this.batches = batches;
    this.json = json;
    this.gatherer =
        new Gatherer<>("recording", new Gatherer.Limits(batch, inFlight, waiting), this::together);
  }

  /** Records one sale together with whatever else is being recorded. */
  Uni<Recorded> record(NewSale sale, Store store) {
    return gatherer.submit(new Posted(sale, store, Event.currentTrace()));
  }

  private Uni<List<Recorded>> together(List<Posted> batch) {
    // Sorted by number, and each number once: whoever repeats it within the batch is compared with
    // what was stored.
    Map<Number, Posted> byNumber = new TreeMap<>();
    batch.forEach(posted -> byNumber.putIfAbsent(posted.number(), posted));
    return outbox
        .inTransaction(
            transaction ->
                sales
                    .find(transaction, byNumber.keySet())
                    .chain(known -> store(transaction, byNumber, known)))
        .onFailure(NumberTaken.class)
        .retry()
        .atMost(3)
        .map(stored -> answers(batch, byNumber, stored));
  }

  /**
   * Stores what is not known yet; returns the sale of every number, and remembers by version-1
   * identity what is new.
   */
  private Uni<Stored> store(
      SqlConnection transaction, Map<Number, Posted> byNumber, Map<Number, Sale> known) {
    List<Draft> drafts = new ArrayList<>();
    byNumber.forEach(
        (number, posted) -> {
          if (!known.containsKey(number)) {
            drafts.add(draft(posted));
          }
        });
    if (drafts.isEmpty()) {
      return Uni.createFrom().item(new Stored(known, Map.of()));
    }
    return past(transaction, drafts)
        .chain(past -> insert(transaction, drafts, past))
        .call(created -> batches.of(transaction, SoldBatches.of(created.values())))
        .invoke(created -> created.values().forEach(appraisal::noteUncatalogued))
        .map(created -> new Stored(known, created));
  }

  private Draft draft(Posted posted) {
    UUID id = appraisal.newId();
    return new Draft(
        id,
        posted,
        appraisal.possibleFirsts(posted.sale()),
        appraisal.dispensings(id, posted.sale(), posted.store()));
  }

  private Uni<Past> past(SqlConnection transaction, List<Draft> drafts) {
    List<Dispensing> dispensings =
        drafts.stream().flatMap(draft -> draft.dispensings().stream()).toList();
    return Uni.combine()
        .all()
        .unis(
            firsts.claim(transaction, candidates(drafts)), usual.remember(transaction, dispensings))
        .with(Past::new);
  }

  private record Stored(Map<Number, Sale> known, Map<Number, Sale> created) {}

  private Uni<Map<Number, Sale>> insert(SqlConnection transaction, List<Draft> drafts, Past past) {
    Map<Number, Sale> created = new TreeMap<>();
    List<Event> events = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      Posted posted = draft.posted();
      Sale sale =
          appraisal.appraise(
              draft.id(),
              posted.sale(),
              posted.store(),
              past.firsts().getOrDefault(draft.id(), Set.of()),
              past.habits().getOrDefault(draft.id(), Habits.UNKNOWN));
      created.put(posted.number(), sale);
      events.add(SaleEvents.of(sale, sale.receivedAt(), posted.traceparent()));
    }
    // Both on their way at once: neither waits for the other's answer, and both or none are kept.
    return Uni.combine()
        .all()
        .unis(
            sales.insert(transaction, List.copyOf(created.values())),
            outbox.append(transaction, events).replaceWith(true))
        .with(
            (inserted, appended) -> {
              if (inserted < created.size()) {
                throw new NumberTaken();
              }
              return created;
            });
  }

  private List<Candidate> candidates(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> draft.posted().sale().customerId() != null)
        .map(
            draft ->
                new Candidate(
                    draft.id(),
                    appraisal.person(draft.posted().sale().customerId()),
                    draft.possibleFirsts()))
        .toList();
  }

  private List<Recorded> answers(List<Posted> batch, Map<Number, Posted> byNumber, Stored stored) {
    List<Recorded> answers = new ArrayList<>(batch.size());
    for (Posted posted : batch) {
      Number number = posted.number();
      Sale created = stored.created().get(number);
      if (created != null && byNumber.get(number) == posted) {
        answers.add(new Recorded.Created(created));
      } else {
        answers.add(compare(posted, created != null ? created : stored.known().get(number)));
      }
    }
    return answers;
  }

  private Recorded compare(Posted posted, Sale before) {
    List<String> fields =
        posted.sale().equals(before.posted())
            ? List.of()
            : Differences.between(posted.sale(), before.posted(), json);
    return fields.isEmpty() ? new Recorded.Repeated(before) : new Recorded.Differs(before, fields);
  }
}
