package io.aftercare.simulator.demo;

import io.aftercare.simulator.chain.BulkDoor;
import io.aftercare.simulator.chain.BulkSender;
import io.aftercare.simulator.chain.CannotGoOn;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.chain.NewCustomer;
import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.chain.Product;
import io.aftercare.simulator.chain.Refusal;
import io.aftercare.simulator.chain.Speed;
import io.aftercare.simulator.chain.Tally;
import io.aftercare.simulator.demo.DemoData.Article;
import io.aftercare.simulator.demo.DemoData.DemoStore;
import io.aftercare.simulator.demo.DemoData.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Opens the demonstration chain, or brings an open one up to today. What is there already is left
 * as it is.
 */
final class OpenDemoChain {

  private static final String SEEDER = "seeder";

  /** A customer whom somebody has changed in the house stays as changed. */
  private static final String CHANGED_MEANWHILE = "customer-content-differs";

  /** What there was to do. */
  record Opened(int stores, int products, Tally customers, Tally sales) {}

  private final House house;
  private final DemoData data;

  OpenDemoChain(House house, DemoData data) {
    this.house = house;
    this.data = data;
  }

  /**
   * Opens it.
   *
   * @throws CannotGoOn when the house does not take something
   */
  Opened run() {
    house.expectUp("keycloak", "sales", "customer-profile");
    Instant now = house.clock().instant();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Stream.concat(
              data.stores().stream().map(home -> workers.submit(() -> register(home))),
              Stream.of(workers.submit(this::stock)))
          .toList()
          .forEach(OpenDemoChain::finished);
      List<Future<Opened>> opened =
          data.stores().stream().map(home -> workers.submit(() -> open(home, now))).toList();
      return opened.stream()
          .map(OpenDemoChain::finished)
          .reduce(OpenDemoChain::together)
          .orElseThrow();
    }
  }

  private void register(DemoStore home) {
    house
        .put(SEEDER, "sales", "/stores/" + home.store().id(), home.store())
        .expectOk("store " + home.store().id());
  }

  private void stock() {
    List<Product> products = data.articles().values().stream().map(Article::product).toList();
    house.put(SEEDER, "sales", "/products", Map.of("products", products)).expectOk("the products");
  }

  private Opened open(DemoStore home, Instant now) {
    String till = home.store().till();
    List<Person> people = data.peopleOf(home.store());
    Stream<NewCustomer> customers = people.stream().map(person -> Registrations.of(person, home));
    Tally registered = send(BulkDoor.customers(house, till), customers);
    Stream<NewSale> sales = new DemoSales(home, data.articles(), people).upTo(now).stream();
    return new Opened(
        1, data.articles().size(), registered, send(BulkDoor.sales(house, till), sales));
  }

  private static <T> Tally send(BulkDoor<T> door, Stream<T> items) {
    Tally tally =
        new BulkSender<>(door, Speed.usual(), OpenDemoChain::unlessChanged, soFar -> {})
            .send(items.iterator());
    if (tally.stopped() != null) {
      throw new CannotGoOn(tally.stopped());
    }
    return tally;
  }

  private static void unlessChanged(Refusal refusal) {
    if (!refusal.type().endsWith(CHANGED_MEANWHILE)) {
      throw new CannotGoOn(
          "the house refuses %s: %s %s"
              .formatted(refusal.id(), refusal.field(), refusal.message()));
    }
  }

  private static Opened together(Opened one, Opened other) {
    return new Opened(
        one.stores() + other.stores(),
        one.products(),
        one.customers().plus(other.customers()),
        one.sales().plus(other.sales()));
  }

  private static <T> T finished(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CannotGoOn known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOn("interrupted", e);
    }
  }
}
