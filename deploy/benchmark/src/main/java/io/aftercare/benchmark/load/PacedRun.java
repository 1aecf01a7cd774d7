package io.aftercare.benchmark.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests fall due at a given rate, each millisecond's together, whether or not a connection is
 * free; those that find none wait, and their wait counts.
 */
final class PacedRun extends Run {

  private static final long TICK_NANOS = 1_000_000;

  private final Pace pace;
  private final EventLoop loop;
  private final ArrayDeque<Wire> idle = new ArrayDeque<>();
  private final ArrayDeque<Long> overdue = new ArrayDeque<>();
  private @Nullable Future<?> ticking;
  private long start;
  private long measuredFrom;
  private long end;
  private long ticks;
  private long fallenDue;
  private boolean over;

  PacedRun(List<Wire> wires, Pace pace, EventLoop loop) {
    super(wires);
    this.pace = pace;
    this.loop = loop;
  }

  @Override
  void start() {
    start = System.nanoTime();
    measuredFrom = start + pace.warmUp().toNanos();
    end = measuredFrom + pace.time().toNanos();
    idle.addAll(wires());
    ticking = loop.scheduleAtFixedRate(this::tick, 0, TICK_NANOS, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    long now = System.nanoTime();
    for (long due = dueAtTick(); due <= now && due < end; due = dueAtTick()) {
      ticks++;
      long upToNow = (long) (pace.perSecond() * (ticks * TICK_NANOS / 1e9));
      for (; fallenDue < upToNow; fallenDue++) {
        Wire wire = idle.poll();
        if (wire == null) {
          overdue.add(due);
        } else {
          send(wire, due);
        }
      }
    }
    if (dueAtTick() >= end && !over) {
      over = true;
      if (ticking != null) {
        ticking.cancel(false);
      }
      finishWhenAnswered();
    }
  }

  private long dueAtTick() {
    return start + ticks * TICK_NANOS;
  }

  @Override
  void freed(Wire wire, long now) {
    Long due = overdue.poll();
    if (due != null) {
      send(wire, due);
    } else {
      idle.add(wire);
      finishWhenAnswered();
    }
  }

  private void finishWhenAnswered() {
    if (over && underWay() == 0) {
      finish();
    }
  }

  @Override
  boolean counts(long due, long now) {
    return due >= measuredFrom;
  }

  @Override
  double seconds() {
    return pace.time().toNanos() / 1e9;
  }
}
