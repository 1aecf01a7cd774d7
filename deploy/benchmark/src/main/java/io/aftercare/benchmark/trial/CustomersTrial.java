package io.aftercare.benchmark.trial;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.House;
import io.aftercare.benchmark.house.Memory;
import io.aftercare.benchmark.report.Figures;
import io.aftercare.benchmark.report.Row;
import io.aftercare.benchmark.trial.Bench.Watched;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Files of existing customers: each is read, sealed under a key of its own, stored and told of. */
public final class CustomersTrial implements Trial {

  /** As many lines as one request brings. */
  private static final int LINES = 10_000;

  private static final int FILES_A_ROUND = 5;
  private static final int TARGET = 5_000;

  private static final String HEADER =
      "number,country,givenName,familyName,birthDate,zone,languages,phone,phoneType,consents,consentsWording,consentsAt\n";

  private final List<Double> imported = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int next;
  private int stored;

  @Override
  public void measure(Bench bench) {
    House house = bench.house();
    URI door =
        URI.create(
            "http://localhost:%d/customers/import"
                .formatted(house.service("customer-profile").port()));
    String token = house.tokens().of("care-manager", null, "care-manager");
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = 0; i < FILES_A_ROUND; i++) {
        post(http, door, token, file(), "added");
      }
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        Outboxes.awaitEmpty(house, "customer-profile");
        round(bench, http, door, token);
      }
      again(bench, http, door, token);
    }
    long found = house.count("customer-profile", "select count(*) from customer");
    if (found != stored) {
      throw new Broken("%,d customers were added and %,d are stored".formatted(stored, found));
    }
    notes.add("target: %,d customers/s".formatted(TARGET));
    notes.add(
        "one file after the other, %,d lines each; the relay sends meanwhile".formatted(LINES));
    bench
        .report()
        .add(
            new Row(
                "import of existing customers",
                "customers/s",
                new Figures(imported),
                List.of(),
                List.of(),
                notes));
  }

  private void round(Bench bench, HttpClient http, URI door, String token) {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < FILES_A_ROUND; i++) {
      files.add(file());
    }
    Watched<Double> watched;
    double peak;
    try (Memory memory = Memory.watch(bench.house().service("customer-profile").pid())) {
      watched =
          bench.watch(
              "customer-profile",
              () -> {
                long start = System.nanoTime();
                files.forEach(file -> post(http, door, token, file, "added"));
                return (double) LINES * FILES_A_ROUND * 1e9 / (System.nanoTime() - start);
              });
      peak = memory.peak();
    }
    imported.add(watched.result());
    bench
        .report()
        .progress(
            "customers: %,.0f/s imported, resident at most %.0f MB; cores: %s",
            watched.result(), peak, watched.cores());
    if (imported.size() == bench.plan().rounds()) {
      notes.add("processor time, µs a customer: " + watched.cost(watched.result()));
      notes.add("resident memory of the service at most %.0f MB".formatted(peak));
    }
  }

  /** The same file again changes nothing, and is no slower by much. */
  private void again(Bench bench, HttpClient http, URI door, String token) {
    String file = file();
    post(http, door, token, file, "added");
    long start = System.nanoTime();
    post(http, door, token, file, "unchanged");
    double perSecond = LINES * 1e9 / (System.nanoTime() - start);
    notes.add("the same file again: %,.0f customers/s found unchanged".formatted(perSecond));
    bench.report().progress("customers: %,.0f/s found unchanged", perSecond);
  }

  private void post(HttpClient http, URI door, String token, String file, String expected) {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/csv; charset=UTF-8")
            .POST(BodyPublishers.ofString(file))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (!answer.body().contains("\"%s\":%d,".formatted(expected, LINES))) {
        throw new Broken(
            "The file was answered %d: %s".formatted(answer.statusCode(), answer.body()));
      }
      stored += expected.equals("added") ? LINES : 0;
    } catch (IOException e) {
      throw new Broken("The file cannot be sent: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }

  private String file() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < LINES; i++, next++) {
      file.append("old-%d,US,Given%d,Family%d,".formatted(next, next % 977, next % 9_973))
          .append(LocalDate.of(1930, 1, 1).plusDays(next % 30_000))
          .append(",America/New_York,en,+1617")
          .append(2_000_000 + next % 7_999_999)
          .append(",mobile,care-calls/call=given marketing/sms=declined,v1,2024-05-01T10:00:00Z\n");
    }
    return file.toString();
  }
}
