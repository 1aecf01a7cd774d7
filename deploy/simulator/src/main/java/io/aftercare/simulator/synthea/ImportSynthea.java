package io.aftercare.simulator.synthea;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.BulkDoor;
import io.aftercare.simulator.chain.BulkSender;
import io.aftercare.simulator.chain.CannotGoOn;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.chain.Product;
import io.aftercare.simulator.chain.Reply;
import io.aftercare.simulator.chain.Speed;
import io.aftercare.simulator.chain.Store;
import io.aftercare.simulator.chain.Tally;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Brings Synthea's patients into the house and sells them again what they were dispensed, through
 * the public HTTP API with the till of one store. Doing it twice adds nothing.
 */
final class ImportSynthea {

  /**
   * What is wanted.
   *
   * @param from first day of the data; null for its first
   * @param days how many days; null for all
   * @param shiftToNow the last days of the data become the last days before now
   */
  record Wish(
      Path folder,
      @Nullable LocalDate from,
      @Nullable Integer days,
      boolean shiftToNow,
      String store,
      Speed speed) {}

  private static final int MOST_PRODUCTS = 1_000;
  private static final String SEEDER = "seeder";

  private final House house;
  private final Catalogue catalogue;
  private final Reasons reasons;
  private final PrintWriter out;
  private final boolean terminal;

  ImportSynthea(
      House house, Catalogue catalogue, Reasons reasons, PrintWriter out, boolean terminal) {
    this.house = house;
    this.catalogue = catalogue;
    this.reasons = reasons;
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Imports, telling about it on the way.
   *
   * @return whether everything that was wanted is in the house now
   * @throws CannotGoOn when it cannot even be begun
   */
  boolean run(Wish wish) {
    AtomicLong badRows = new AtomicLong();
    History history =
        History.read(
            wish.folder(),
            row -> {
              badRows.incrementAndGet();
              reasons.badRow(row);
            });
    house.expectUp("keycloak", "sales", "customer-profile");
    Store store = store(wish.store());
    Period period =
        Period.of(
            ZoneId.of(store.zone()),
            wish.from(),
            wish.days(),
            wish.shiftToNow(),
            history.end(),
            house.clock().instant());
    Counter counter = new Counter(catalogue, store, period, history.end());
    Predicate<Patient> served = patient -> !period.moves() || patient.died() == null;
    Predicate<Dispensing> wanted =
        dispensing ->
            period.wants(dispensing.at())
                && history.patients().get(dispensing.medication().patient())
                    instanceof Patient patient
                && served.test(patient);
    long total = count(history.dispensings(wanted));
    out.printf(
        "%d patients, %d medications, %d dispensings to sell at %s%n",
        history.patients().size(), history.medications().size(), total, store.id());

    Stream<Patient> patients = history.patients().values().stream().filter(served);
    Tally customers =
        send(
            "customers",
            BulkDoor.customers(house, store.till()),
            Speed.usual(),
            0,
            patients.map(counter::customer));
    history.medications().forEach(counter::product);
    register(List.copyOf(counter.products()));
    Stream<Dispensing> dispensings = stream(history.dispensings(wanted));
    Tally sales =
        send(
            "sales",
            BulkDoor.sales(house, store.till()),
            wish.speed(),
            total,
            dispensings.map(counter::sale));

    if (badRows.get() > 0) {
      out.printf("%-10s %d could not be used%n", "rows", badRows.get());
    }
    return badRows.get() == 0 && customers.complete() && sales.complete();
  }

  private Store store(String id) {
    String till = "till-" + id;
    if (!house.knows(till)) {
      throw new CannotGoOn("no store " + id + " has a till here");
    }
    Reply reply = house.get(till, "sales", "/stores/" + id);
    if (reply.status() == 404) {
      throw new CannotGoOn("the chain has no store " + id + " yet: run ./aftercare up first");
    }
    return reply.as(Store.class);
  }

  private void register(List<Product> products) {
    for (int i = 0; i < products.size(); i += MOST_PRODUCTS) {
      List<Product> some = products.subList(i, Math.min(products.size(), i + MOST_PRODUCTS));
      house.put(SEEDER, "sales", "/products", Map.of("products", some)).expectOk("the products");
    }
    out.printf("%-10s %d known%n", "products", products.size());
  }

  private <T> Tally send(String what, BulkDoor<T> door, Speed speed, long total, Stream<T> items) {
    Progress progress = new Progress(out, terminal, what, total);
    String one = what.substring(0, what.length() - 1);
    BulkSender<T> sender =
        new BulkSender<>(
            door,
            speed,
            refusal -> reasons.refused(one, refusal),
            tally -> progress.at(tally.answered()));
    Tally tally = sender.send(items.iterator());
    progress.end();
    out.printf(
        "%-10s accepted %d, repeated %d, refused %d, unsent %d in %d s (%d/s)%n",
        what,
        tally.accepted(),
        tally.repeated(),
        tally.refused(),
        tally.unsent(),
        progress.seconds(),
        progress.rate(tally.answered()));
    if (tally.stopped() != null) {
      out.printf("%-10s stopped: %s%n", what, tally.stopped());
    }
    out.flush();
    return tally;
  }

  private static long count(Iterator<Dispensing> dispensings) {
    return stream(dispensings).count();
  }

  private static <T> Stream<T> stream(Iterator<T> items) {
    return StreamSupport.stream(((Iterable<T>) () -> items).spliterator(), false);
  }
}
