package io.aftercare.simulator.storm;

import io.aftercare.simulator.storm.Finding.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** From the first sale to the reckoning. */
final class Storm {

  /** Sales go on a little after the last blow, so that nothing is healed by a late restart. */
  private static final Duration CALM_AT_THE_END = Duration.ofSeconds(12);

  private static final Duration DRAIN_AT_MOST = Duration.ofSeconds(120);

  /**
   * @param length how long the load goes on
   * @param rate sales a second
   */
  record Forecast(Path folder, Duration length, long seed, int rate) {

    /** Fewer are no storm. */
    long leastKills() {
      return length.toSeconds() / 15;
    }

    /** Fewer are no load. */
    long leastSales() {
      return length.toSeconds() * rate / 4;
    }
  }

  private final Forecast forecast;
  private final PrintWriter out;

  Storm(Forecast forecast, PrintWriter out) {
    this.forecast = forecast;
    this.out = out;
  }

  /** Runs it and prints the report; says whether all is well. */
  boolean run() {
    out.printf(
        "storm: %d s, %d sales a second, seed %d, logs in %s%n",
        forecast.length().toSeconds(), forecast.rate(), forecast.seed(), forecast.folder());
    try (Site site = Site.open(forecast.folder());
        Line line = new Line();
        Journal journal = new Journal(forecast.folder().resolve("journal.jsonl"));
        Streams streams = new Streams(site.chain().kafka().bootstrapServers())) {
      return over(site, line, journal, streams);
    }
  }

  private boolean over(Site site, Line line, Journal journal, Streams streams) {
    Registry registry = new Registry(site, line, journal);
    Tills tills = new Tills(site, line, journal, registry, forecast.seed(), forecast.rate());
    CallCentre centre = new CallCentre(site, line, journal, forecast.seed());
    Books books = new Books(site);
    tills.open();
    registry.open();
    out.println("the house is up; the storm begins");
    Weather weather = new Weather(site.chain(), forecast.seed());
    load(tills, centre, weather);
    out.println("the storm is over; waiting until everything has caught up");
    Calm calm = new Calm(books, streams, weather, out);
    calm.await();
    Instant dueBy = comeToRest(site, centre);
    calm.await();
    Stored stored = books.read(dueBy, streams.parked());
    return reckon(new Told(journal.entries()), stored, weather);
  }

  private void load(Tills tills, CallCentre centre, Weather weather) {
    AtomicBoolean open = new AtomicBoolean(true);
    Crew crew = new Crew();
    crew.execute(() -> tills.run(open::get));
    crew.execute(() -> centre.run(open::get));
    try {
      weather.run(forecast.length().minus(CALM_AT_THE_END), forecast.leastKills());
      Pause.of(CALM_AT_THE_END);
    } finally {
      open.set(false);
    }
    crew.awaitEnd();
  }

  /** Nobody holds a call any more, and what is due has been offered to everybody. */
  private Instant comeToRest(Site site, CallCentre centre) {
    centre.drain(DRAIN_AT_MOST);
    Pause.of(Site.LEASE.plusSeconds(10));
    Instant dueBy = site.now();
    if (centre.drain(DRAIN_AT_MOST)) {
      return dueBy;
    }
    out.println("  ! the queue did not run dry in time; what is still due is not judged");
    return Instant.EPOCH;
  }

  private boolean reckon(Told told, Stored stored, Weather weather) {
    List<Finding> findings = Reconciliation.of(told, stored);
    Report report = new Report(told, stored, findings, weather.blows());
    report.print(out);
    write(findings);
    boolean stormy =
        weather.kills() >= forecast.leastKills()
            && report.acknowledgedSales() >= forecast.leastSales();
    out.printf(
        "%nacknowledged sales %d (at least %d), kills %d (at least %d), seed %d, logs in %s%n",
        report.acknowledgedSales(),
        forecast.leastSales(),
        weather.kills(),
        forecast.leastKills(),
        forecast.seed(),
        forecast.folder());
    boolean well = findings.isEmpty() && stormy;
    String verdict =
        Stream.of(Trouble.values())
            .map(
                trouble ->
                    trouble.name().toLowerCase(java.util.Locale.ROOT) + "=" + report.count(trouble))
            .reduce((a, b) -> a + " " + b)
            .orElse("");
    out.printf("%s: %s%n", well ? "GREEN" : "RED", verdict);
    return well;
  }

  private void write(List<Finding> findings) {
    try {
      Files.write(
          forecast.folder().resolve("findings.txt"),
          findings.stream().map(Finding::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
