package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.load.CardRequests;
import io.aftercare.benchmark.load.Customers;
import io.aftercare.benchmark.load.HttpLoad;
import io.aftercare.benchmark.load.Measured;
import io.aftercare.benchmark.load.Pace;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Latency;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The card of whoever steps up to the counter, opened, with its audit record. */
public final class CardTrial implements Trial {

  private static final String PROFILE = "customer-profile";
  private static final int CUSTOMERS = 20_000;
  private static final int PER_REQUEST = 500;
  private static final int CONNECTIONS = 32;
  private static final double P99_TARGET = 20;

  private final List<Double> rates = new ArrayList<>();

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    int port = house.service(PROFILE).port();
    bench.report().progress("cards: registering %,d customers", CUSTOMERS);
    register(house, port);
    var cards = new CardRequests(new Customers(), CUSTOMERS, house.tokens());
    try (HttpLoad load = new HttpLoad(port, CONNECTIONS, cards)) {
      WarmUp.of(bench, "cards read", load, 200);
      Pace pace = Pace.asFastAsItGoes(Duration.ofMillis(500), bench.plan().time());
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        rates.add(bench.watch(PROFILE, () -> load.run(pace)).result().perSecond());
        bench.report().progress("cards: %,.0f/s", rates.getLast());
      }
      double half = new Figures(rates).median() / 2;
      Pace paced = new Pace(half, Duration.ofSeconds(2), bench.plan().time().multipliedBy(2));
      addRow(bench, half, bench.watch(PROFILE, () -> load.run(paced)));
    }
  }

  private static void register(House house, int port) {
    String token = house.tokens().of("till-cards", CardRequests.STORE, "store");
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int from = 0; from < CUSTOMERS; from += PER_REQUEST) {
        post(http, port, token, from);
      }
    } catch (IOException e) {
      throw new Broken("Customers cannot be registered: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }

  private static void post(HttpClient http, int port, String token, int from)
      throws IOException, InterruptedException {
    String customers =
        IntStream.range(from, from + PER_REQUEST)
            .mapToObj(CardTrial::customer)
            .collect(Collectors.joining(",", "{\"customers\":[", "]}"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/customers/batch"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(customers))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.body().contains("refused")) {
      throw new Broken("POST /customers/batch: %d".formatted(answer.statusCode()));
    }
  }

  private static String customer(int number) {
    return """
        {"id":"%s","country":"US","givenName":"Ada","familyName":"Okafor","preferredName":"Mama Ada",
        "birthDate":"19%02d-%02d-11","languages":["en"],"zone":"America/New_York",
        "phones":[{"number":"+1617%07d","type":"mobile"}],
        "allergies":[{"atc":"J01C","name":"penicillin"}],
        "consents":[{"purpose":"care-calls","channel":"call","state":"given","wording":"v1","at":"2026-01-15T10:00:00Z"}]}"""
        .formatted(Customers.id(number), 30 + number % 60, 1 + number % 12, 2_000_000 + number * 7);
  }

  private void addRow(Bench bench, double half, Watched<Measured> watched) {
    Measured measured = watched.result();
    Latency latency =
        new Latency(
            "at half load, %,.0f/s".formatted(half),
            measured.millis(50),
            measured.millis(99),
            P99_TARGET);
    bench.report().progress("cards: p50 %.1f ms, p99 %.1f ms", latency.p50(), latency.p99());
    bench
        .report()
        .add(
            new Row(
                "card at the counter, opened and on record",
                "cards/s",
                new Figures(rates),
                List.of(),
                List.of(latency),
                List.of("processor time, µs a card: " + watched.cost(half))));
  }
}
