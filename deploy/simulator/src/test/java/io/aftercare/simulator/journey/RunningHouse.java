package io.aftercare.simulator.journey;

import io.aftercare.local.Chain;
import io.aftercare.local.Options;
import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.Access;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.chain.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole house as real processes, on a morning on which everything can be seen: it is half past
 * ten in New York on the Tuesday after the clocks there went forward.
 */
final class RunningHouse implements AutoCloseable {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final LocalTime MORNING = LocalTime.of(10, 30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path HOME = Path.of("target", "journey").toAbsolutePath();

  private final Chain chain;
  private final House house;
  private final LocalDate today;

  private RunningHouse(Chain chain, LocalDate today) {
    this.chain = chain;
    this.today = today;
    this.house = new House(Access.read(chain.accessFile()), PATIENCE);
  }

  /** Starts everything anew and opens one store. */
  static RunningHouse start() {
    Clock machine = Clock.systemUTC();
    ZonedDateTime tuesday = nextTuesdayAfterTheJump(machine.instant());
    Duration offset = Duration.between(machine.instant(), tuesday.toInstant());
    throwAway(HOME);
    RunningHouse running =
        new RunningHouse(Chain.start(Options.in(HOME).clockOffset(offset)), tuesday.toLocalDate());
    running.open();
    return running;
  }

  private static ZonedDateTime nextTuesdayAfterTheJump(Instant now) {
    int year = now.atZone(NEW_YORK).getYear();
    return Stream.of(year, year + 1)
        .map(RunningHouse::tuesdayAfterTheJump)
        .filter(tuesday -> tuesday.toInstant().isAfter(now))
        .findFirst()
        .orElseThrow();
  }

  private static ZonedDateTime tuesdayAfterTheJump(int year) {
    LocalDate jump =
        LocalDate.of(year, Month.MARCH, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
    return jump.plusDays(2).atTime(MORNING).atZone(NEW_YORK);
  }

  private void open() {
    Store.Opening boston = Store.Opening.BOSTON;
    house
        .put("seeder", "sales", "/stores/" + boston.id(), boston.particulars())
        .expectOk("the store");
    List<Product> products =
        Stream.of(Goods.values())
            .map(goods -> Catalogue.demo().product(goods.code(), goods.description()))
            .toList();
    house
        .put("seeder", "sales", "/products", Map.of("products", products))
        .expectOk("the products");
  }

  Store boston() {
    return new Store(house, Store.Opening.BOSTON);
  }

  Agent agent(String name) {
    return new Agent(house, name);
  }

  Supervisor supervisor() {
    return new Supervisor(house, "sam");
  }

  Topic topic(String name) {
    return new Topic(chain.kafka().bootstrapServers(), name);
  }

  Browser browser() {
    return new Browser(Access.read(chain.accessFile()));
  }

  /** The local date in New York. */
  LocalDate today() {
    return today;
  }

  @Override
  public void close() {
    house.close();
    chain.close();
  }

  private static void throwAway(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
