package io.aftercare.benchmark.load;

import java.util.List;

/** One request on every connection, all at the same moment. */
final class OneEach extends Run {

  private long start;
  private long lastAnswer;

  OneEach(List<Wire> wires) {
    super(wires);
  }

  @Override
  void start() {
    start = System.nanoTime();
    wires().forEach(wire -> send(wire, start));
  }

  @Override
  void freed(Wire wire, long now) {
    lastAnswer = now;
    if (underWay() == 0) {
      finish();
    }
  }

  @Override
  boolean counts(long due, long now) {
    return true;
  }

  @Override
  double seconds() {
    return (lastAnswer - start) / 1e9;
  }
}
