package io.aftercare.benchmark.load;

import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** One measurement on the connections of a load; lives on the load's thread alone. */
abstract class Run {

  private static final long LONGEST_MICROS = 120_000_000;

  private final List<Wire> wires;
  private final CompletableFuture<Measured> done = new CompletableFuture<>();
  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private final Map<Integer, Long> statuses = new HashMap<>();
  private long measured;
  private int underWay;

  Run(List<Wire> wires) {
    this.wires = wires;
  }

  /** The measurement at this pace. */
  static Run at(Pace pace, List<Wire> wires, EventLoop loop) {
    return pace.isGiven() ? new PacedRun(wires, pace, loop) : new ClosedRun(wires, pace);
  }

  final CompletableFuture<Measured> done() {
    return done;
  }

  abstract void start();

  /** A wire is free again, at this moment. */
  abstract void freed(Wire wire, long now);

  /** Whether the answer to a request that was due then, and came now, counts. */
  abstract boolean counts(long due, long now);

  /** The measured time so far, in seconds. */
  abstract double seconds();

  final List<Wire> wires() {
    return wires;
  }

  final int underWay() {
    return underWay;
  }

  final void send(Wire wire, long due) {
    underWay++;
    wire.send(this, due);
  }

  final void answered(Wire wire, int status, long due) {
    long now = System.nanoTime();
    underWay--;
    statuses.merge(status, 1L, Long::sum);
    if (counts(due, now)) {
      measured++;
      micros.recordValue(Math.min(LONGEST_MICROS, (now - due) / 1_000));
    }
    freed(wire, now);
  }

  final void finish() {
    done.complete(new Measured(measured, seconds(), micros, statuses));
  }

  final void fail(Throwable failure) {
    done.completeExceptionally(failure);
  }
}
