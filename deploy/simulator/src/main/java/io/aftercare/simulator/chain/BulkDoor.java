package io.aftercare.simulator.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A door of the house that takes many items at once and answers for each: {@code {name: [items]}}
 * in, {@code {results: [{index, status, problem?}]}} out.
 *
 * @param client who sends
 * @param part the service
 * @param name the list's name in the request
 * @param id what an item is known by in a report
 */
public record BulkDoor<T>(
    House house, String client, String part, String path, String name, Function<T, String> id) {

  /** As many as the house takes at once. */
  public static final int MOST = 500;

  private static final Set<Integer> ABOUT_ITEMS = Set.of(400, 413, 422);

  public static BulkDoor<NewSale> sales(House house, String till) {
    return new BulkDoor<>(house, till, "sales", "/sales/batch", "sales", NewSale::clientSaleId);
  }

  public static BulkDoor<NewCustomer> customers(House house, String till) {
    return new BulkDoor<>(
        house,
        till,
        "customer-profile",
        "/customers/batch",
        "customers",
        customer -> customer.id().toString());
  }

  /**
   * Sends a few items. A request that is refused as a whole is halved until the one bad item stands
   * alone.
   *
   * @param firstIndex place of the first item among all that are sent, from 1
   * @throws CannotGoOn when the house does not answer, or does not let this client in
   */
  Tally send(List<T> items, long firstIndex, Consumer<Refusal> refusals) {
    Reply reply = house.post(client, part, path, Map.of(name, items));
    if (reply.ok()) {
      return count(items, firstIndex, reply.body().path("results"), refusals);
    }
    if (!ABOUT_ITEMS.contains(reply.status())) {
      throw new CannotGoOn(
          "%s does not take %s from %s: %s".formatted(part, name, client, reply.reason()));
    }
    if (items.size() == 1) {
      refuse(items.getFirst(), firstIndex, reply.body(), refusals);
      return new Tally(0, 0, 1, 0, null);
    }
    int half = items.size() / 2;
    return send(items.subList(0, half), firstIndex, refusals)
        .plus(send(items.subList(half, items.size()), firstIndex + half, refusals));
  }

  private Tally count(
      List<T> items, long firstIndex, JsonNode results, Consumer<Refusal> refusals) {
    if (results.size() != items.size()) {
      throw new CannotGoOn(
          "%s answered for %d of %d %s".formatted(part, results.size(), items.size(), name));
    }
    List<Integer> refused = new ArrayList<>();
    long accepted = 0;
    long repeated = 0;
    for (int i = 0; i < items.size(); i++) {
      switch (results.get(i).path("status").asText()) {
        case "created" -> accepted++;
        case "repeated" -> repeated++;
        default -> refused.add(i);
      }
    }
    refused.forEach(
        i -> refuse(items.get(i), firstIndex + i, results.get(i).path("problem"), refusals));
    return new Tally(accepted, repeated, refused.size(), 0, null);
  }

  private void refuse(T item, long index, JsonNode problem, Consumer<Refusal> refusals) {
    String type = problem.path("type").asText();
    for (Reply.Violation violation : Reply.violations(problem)) {
      refusals.accept(
          new Refusal(index, id.apply(item), type, violation.field(), violation.message()));
    }
  }
}
