package io.aftercare.benchmark.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a load measured.
 *
 * @param requests answered within the measured time
 * @param seconds the measured time
 * @param micros from request to answer, in microseconds; at a given rate counted from the moment
 *     the request was due, whether or not it could be sent then
 * @param statuses all answers by status, those of the warm-up too
 */
public record Measured(
    long requests, double seconds, Histogram micros, Map<Integer, Long> statuses) {

  public double perSecond() {
    return requests / seconds;
  }

  public double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1_000.0;
  }

  public long all(int status) {
    return statuses.getOrDefault(status, 0L);
  }
}
