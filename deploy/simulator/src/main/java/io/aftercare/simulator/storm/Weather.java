package io.aftercare.simulator.storm;

import io.aftercare.local.Chain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Hurts the house: three fronts at the same time, two among the services and one among what they
 * stand on, and a supervisor of processes who starts again what has ended.
 */
final class Weather {

  private static final Duration FAIR_AT_FIRST = Duration.ofSeconds(8);

  private final List<Ward> services;
  private final List<Ward> ground;
  private final long seed;
  private final List<Blow> blows = new CopyOnWriteArrayList<>();
  private final long began = System.nanoTime();

  private final Set<Ward> struck = ConcurrentHashMap.newKeySet();

  /** Whose turn it is: everybody's once, in a new order each time. */
  private static final class Deck {
    private final List<Ward> all;
    private final List<Ward> left = new ArrayList<>();

    Deck(List<Ward> all) {
      this.all = all;
    }

    synchronized Ward draw(Random random) {
      if (left.isEmpty()) {
        left.addAll(all);
        Collections.shuffle(left, random);
      }
      return left.removeLast();
    }
  }

  Weather(Chain chain, long seed) {
    this.services =
        Site.SERVICES.stream().map(name -> new Ward(chain.service(name), true)).toList();
    this.ground = List.of(new Ward(chain.postgres(), false), new Ward(chain.kafka(), false));
    this.seed = seed;
  }

  /**
   * Storms for so long, and longer where a slow machine leaves too few kills in that time; returns
   * when everything is up again.
   */
  void run(Duration time, long leastKills) {
    long start = System.nanoTime();
    BooleanSupplier blows =
        () -> {
          long nanos = System.nanoTime() - start;
          return nanos < time.toNanos() || kills() < leastKills && nanos < 4 * time.toNanos();
        };
    // First everybody finds their way into work.
    Pause.of(FAIR_AT_FIRST);
    Crew crew = new Crew();
    Deck upper = new Deck(services);
    crew.execute(() -> front(upper, new Random(seed * 3_000), 1, 5, blows));
    crew.execute(() -> front(upper, new Random(seed * 3_000 + 1), 7, 5, blows));
    crew.execute(() -> front(new Deck(ground), new Random(seed * 3_000 + 2), 5, 10, blows));
    crew.execute(() -> watch(blows));
    crew.awaitEnd();
  }

  private void watch(BooleanSupplier blows) {
    while (blows.getAsBoolean()) {
      Pause.of(Duration.ofSeconds(1));
      care();
    }
  }

  /** Starts again what is found dead. */
  void care() {
    Stream.concat(ground.stream(), services.stream())
        .forEach(
            ward -> {
              long start = System.nanoTime();
              if (ward.care()) {
                note(ward, Blow.Kind.REVIVED, start);
              }
            });
  }

  List<Blow> blows() {
    return List.copyOf(blows);
  }

  long kills() {
    return blows.stream().filter(blow -> blow.kind() == Blow.Kind.KILL).count();
  }

  /**
   * @param least seconds of rest between two blows, to which up to {@code more} are added
   */
  private void front(Deck deck, Random random, int least, int more, BooleanSupplier blows) {
    while (true) {
      Pause.of(Duration.ofMillis(least * 1_000L + random.nextInt(more * 1_000)));
      if (!blows.getAsBoolean()) {
        return;
      }
      Ward ward = deck.draw(random);
      // Everybody is killed once before anything else happens to anybody.
      strike(ward, struck.add(ward) ? 0 : random.nextInt(10), random);
    }
  }

  private void strike(Ward ward, int dice, Random random) {
    long start = System.nanoTime();
    if (dice < 5) {
      ward.kill();
      note(ward, Blow.Kind.KILL, start);
    } else if (dice < 9) {
      // Now and then longer than a lease.
      ward.stop(Duration.ofMillis(1_500 + random.nextInt(9_000)));
      note(ward, Blow.Kind.STOP, start);
    } else {
      ward.restart();
      note(ward, Blow.Kind.RESTART, start);
    }
  }

  private void note(Ward ward, Blow.Kind kind, long start) {
    blows.add(
        new Blow((start - began) / 1e9, ward.name(), kind, (System.nanoTime() - start) / 1e9));
  }
}
