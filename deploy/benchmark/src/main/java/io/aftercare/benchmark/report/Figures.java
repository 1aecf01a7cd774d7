package io.aftercare.benchmark.report;

import java.util.List;

/** The figures of all rounds, in their order. */
public record Figures(List<Double> rounds) {

  public Figures {
    rounds = List.copyOf(rounds);
  }

  public static Figures of(double... rounds) {
    return new Figures(java.util.Arrays.stream(rounds).boxed().toList());
  }

  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double least() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  public double most() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
