package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.load.Catalogue;
import io.aftercare.benchmark.load.Customers;
import io.aftercare.benchmark.load.SaleRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The chain's stores, catalogue and customers, opened when first needed. */
public final class Shops {

  /** Of this share of the customers everything was sold before: most who come are known. */
  private static final double REGULARS = 0.9;

  private static final int PAGE = 10_000;
  private static final List<String> ZONES =
      List.of("America/New_York", "Europe/London", "Asia/Shanghai", "Australia/Sydney");

  private final House house;
  private final Customers customers = new Customers();
  private final SaleRequests.Numbers numbers = new SaleRequests.Numbers();
  private boolean open;

  public Shops(House house) {
    this.house = house;
  }

  /** Starts the sales service and stores its reference data. */
  void open() {
    if (open) {
      return;
    }
    int port = house.service("sales").port();
    String token = house.tokens().of("care-manager", null, "care-manager");
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      put(http, port, token, "/products", Catalogue.read().json().toString());
      for (int i = 0; i < SaleRequests.STORES; i++) {
        put(http, port, token, "/stores/" + SaleRequests.store(i), store(i));
      }
    }
    rememberRegulars();
    open = true;
  }

  /** Sales one at a time; each must be created. */
  SaleRequests sales() {
    return requests(Duration.ofMinutes(5), 1, 201);
  }

  /** Sales in batches; each batch must be answered. */
  SaleRequests batches(int perRequest) {
    return requests(Duration.ofMinutes(5), perRequest, 200);
  }

  /** Sales from days in the future, which are refused at the last check before they are stored. */
  SaleRequests refusedSales() {
    return requests(Duration.ofDays(-5), 1, 400);
  }

  /** Sales that deserve a call each, looked for when they are answered. */
  WatchedSales watchedSales(CallWatch watch) {
    return new WatchedSales(customers, house.tokens(), numbers, Catalogue.read().longTerm(), watch);
  }

  /** Batches of sales that deserve a call each. */
  SaleRequests deservingBatches(int perRequest) {
    return new SaleRequests(
        customers,
        house.tokens(),
        numbers,
        Duration.ofMinutes(5),
        perRequest,
        200,
        Catalogue.read().longTerm());
  }

  private SaleRequests requests(Duration age, int perRequest, int expected) {
    return new SaleRequests(
        customers, house.tokens(), numbers, age, perRequest, expected, Catalogue.read().products());
  }

  private static String store(int number) {
    return """
        {"id": "%s", "name": "Store %d", "zone": "%s", "country": "US", "currency": "USD"}"""
        .formatted(SaleRequests.store(number), number, ZONES.get(number % ZONES.size()));
  }

  private static void put(HttpClient http, int port, String token, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Broken("PUT %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new Broken("PUT " + path + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }

  private void rememberRegulars() {
    String sql =
        """
        insert into first_dispensing (customer_id, what, sale_id)
        select customer, what, gen_random_uuid()
        from unnest(?::uuid[]) customer cross join unnest(?::text[]) what
        """;
    int regulars = (int) (Customers.COUNT * REGULARS);
    try (Connection connection = house.connect("sales");
        PreparedStatement insert = connection.prepareStatement(sql)) {
      List<String> classes = new java.util.ArrayList<>(Catalogue.read().classes());
      classes.add("");
      insert.setArray(2, connection.createArrayOf("text", classes.toArray()));
      for (int from = 0; from < regulars; from += PAGE) {
        insert.setArray(1, connection.createArrayOf("uuid", Customers.ids(from, from + PAGE)));
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new Broken("The regulars cannot be stored: " + e.getMessage(), e);
    }
  }
}
