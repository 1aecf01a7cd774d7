package io.aftercare.benchmark.report;

import java.util.List;

/**
 * One path and what became of it.
 *
 * @param unit of the figures, such as {@code sales/s}
 * @param notes what a reader must know to judge the figures
 */
public record Row(
    String path,
    String unit,
    Figures measured,
    List<Limit> limits,
    List<Latency> latencies,
    List<String> notes) {}
