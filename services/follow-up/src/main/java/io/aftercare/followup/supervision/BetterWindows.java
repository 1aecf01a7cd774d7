package io.aftercare.followup.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When people of a segment answer, and in which hours they should rather be called. A policy: it
 * proposes, and somebody decides. A window is proposed only where it is better beyond chance: the
 * lower end of its answer rate's 95 % interval lies above the upper end of the rate at all other
 * hours (Wilson's score interval, Journal of the American Statistical Association 22, 1927).
 */
final class BetterWindows {

  private static final int LENGTH = 3;
  private static final int LAST_START = 24 - LENGTH;

  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959964;

  private final int enough;

  /**
   * @param enough calls that must have been dialled in a window before it is proposed
   */
  BetterWindows(int enough) {
    this.enough = enough;
  }

  /** How people of a segment answered in an hour of their day. */
  record Rate(int hour, long dialled, long answered, double rate) {}

  /**
   * Hours in which a segment answers more often than otherwise.
   *
   * @param from first hour
   * @param to first hour after it
   * @param rate share answered in these hours
   * @param otherwise share answered at all others
   */
  record Proposal(int from, int to, double rate, double otherwise) {}

  /**
   * A segment's day.
   *
   * @param proposals the best one; none where no hours are better beyond chance
   */
  record Segment(String segment, List<Rate> hours, List<Proposal> proposals) {}

  List<Segment> of(List<History.Answered> history) {
    Map<String, List<History.Answered>> segments =
        history.stream()
            .collect(
                Collectors.groupingBy(
                    History.Answered::segment, TreeMap::new, Collectors.toList()));
    List<Segment> days = new ArrayList<>();
    segments.forEach(
        (segment, hours) ->
            days.add(
                new Segment(
                    segment,
                    hours.stream()
                        .sorted(Comparator.comparing(History.Answered::hour))
                        .map(BetterWindows::rate)
                        .toList(),
                    best(hours))));
    return days;
  }

  private List<Proposal> best(List<History.Answered> hours) {
    Proposal best = null;
    double surest = 0;
    for (int from = 0; from <= LAST_START; from++) {
      int first = from;
      Tally within = Tally.of(hours, hour -> hour >= first && hour < first + LENGTH);
      Tally others = Tally.of(hours, hour -> hour < first || hour >= first + LENGTH);
      boolean known =
          within.dialled() >= enough && others.dialled() >= enough && everyHourTried(hours, first);
      if (known && within.end(-1) > Math.max(others.end(1), surest)) {
        surest = within.end(-1);
        best = new Proposal(from, from + LENGTH, within.rate(), others.rate());
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  /** Nothing is proposed of an hour in which nobody was ever called. */
  private static boolean everyHourTried(List<History.Answered> hours, int first) {
    return IntStream.range(first, first + LENGTH)
        .allMatch(
            hour -> hours.stream().anyMatch(each -> each.hour() == hour && each.dialled() > 0));
  }

  private static Rate rate(History.Answered hour) {
    return new Rate(
        hour.hour(),
        hour.dialled(),
        hour.answered(),
        new Tally(hour.dialled(), hour.answered()).rate());
  }

  private record Tally(long dialled, long answered) {

    static Tally of(List<History.Answered> hours, java.util.function.IntPredicate which) {
      long dialled = 0;
      long answered = 0;
      for (History.Answered hour : hours) {
        if (which.test(hour.hour())) {
          dialled += hour.dialled();
          answered += hour.answered();
        }
      }
      return new Tally(dialled, answered);
    }

    double rate() {
      return dialled == 0 ? 0 : answered / (double) dialled;
    }

    /** An end of the 95 % interval: the lower at -1, the upper at 1. */
    double end(int side) {
      double n = dialled;
      double share = rate();
      double middle = share + Z * Z / (2 * n);
      double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
      return (middle + side * reach) / (1 + Z * Z / n);
    }
  }
}
