package io.aftercare.benchmark.load;

import java.util.List;

/** On every connection one request after the other, as fast as answers come. */
final class ClosedRun extends Run {

  private final Pace pace;
  private long measuredFrom;
  private long end;

  ClosedRun(List<Wire> wires, Pace pace) {
    super(wires);
    this.pace = pace;
  }

  @Override
  void start() {
    measuredFrom = System.nanoTime() + pace.warmUp().toNanos();
    end = measuredFrom + pace.time().toNanos();
    wires().forEach(wire -> send(wire, System.nanoTime()));
  }

  @Override
  void freed(Wire wire, long now) {
    if (now < end) {
      send(wire, System.nanoTime());
    } else if (underWay() == 0) {
      finish();
    }
  }

  @Override
  boolean counts(long due, long now) {
    return now >= measuredFrom && now < end;
  }

  @Override
  double seconds() {
    return pace.time().toNanos() / 1e9;
  }
}
