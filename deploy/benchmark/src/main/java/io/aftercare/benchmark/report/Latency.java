package io.aftercare.benchmark.report;

/**
 * How long one took, in milliseconds.
 *
 * @param load under what load
 * @param p99Target the p99 should lie below it; 0 where it is shown only
 */
public record Latency(String load, double p50, double p99, double p99Target) {

  Verdict verdict() {
    if (p99Target == 0) {
      return Verdict.NONE;
    }
    return p99 < p99Target
        ? Verdict.met()
        : Verdict.missed("by %.1f ms".formatted(p99 - p99Target));
  }
}
