package io.aftercare.followup.supervision;

import java.time.Duration;

/**
 * How a number of agents copes with a stream of calls, when whoever finds all of them busy waits:
 * the delay formula of A. K. Erlang, "Solution of some problems in the theory of probabilities of
 * significance in automatic telephone exchanges", Elektroteknikeren 13 (1917). Calls come by chance
 * (Poisson), last exponentially long, and nobody gives up waiting: it errs on the side of more
 * agents.
 *
 * <p>The probability is computed by way of Erlang's loss formula, whose recursion neither overflows
 * nor loses digits: B(0) = 1, B(n) = a·B(n−1) / (n + a·B(n−1)); C = n·B / (n − a·(1 − B)).
 *
 * @param traffic offered load in erlangs: calls per unit of time, times how long one takes
 * @param handling how long one call keeps an agent
 */
record ErlangC(double traffic, Duration handling) {

  private static final double SECONDS_AN_HOUR = 3_600;

  /**
   * @throws IllegalArgumentException when the load is negative or a call takes no time
   */
  ErlangC {
    if (!(traffic >= 0) || handling.isNegative() || handling.isZero()) {
      throw new IllegalArgumentException(
          "Traffic must not be negative and handling takes time, not %s and %s"
              .formatted(traffic, handling));
    }
  }

  static ErlangC of(double callsAnHour, Duration handling) {
    return new ErlangC(callsAnHour * seconds(handling) / SECONDS_AN_HOUR, handling);
  }

  /** Probability that a call finds all agents busy; 1 where they never catch up. */
  double waiting(int agents) {
    if (agents <= traffic) {
      return 1;
    }
    double loss = loss(agents);
    return agents * loss / (agents - traffic * (1 - loss));
  }

  /** Share of the calls that wait no longer than this. */
  double withinTarget(int agents, Duration target) {
    if (agents <= traffic) {
      return 0;
    }
    double decay = (agents - traffic) * seconds(target) / seconds(handling);
    return 1 - waiting(agents) * Math.exp(-decay);
  }

  /** Share of their time that agents are busy; more than 1 where they never catch up. */
  double occupancy(int agents) {
    return agents == 0 ? 0 : traffic / agents;
  }

  /** The fewest agents that reach the level without being busier than they should be. */
  int agents(ServiceLevel level) {
    if (traffic == 0) {
      return 0;
    }
    int agents = (int) Math.floor(traffic) + 1;
    while (withinTarget(agents, level.target()) < level.share()
        || occupancy(agents) > level.occupancy()) {
      agents++;
    }
    return agents;
  }

  private double loss(int agents) {
    double loss = 1;
    for (int n = 1; n <= agents; n++) {
      loss = traffic * loss / (n + traffic * loss);
    }
    return loss;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  /**
   * What is promised.
   *
   * @param share of the calls, between 0 and 1
   * @param target that wait no longer than this
   * @param occupancy share of their time that agents may be busy at most
   */
  record ServiceLevel(double share, Duration target, double occupancy) {

    /**
     * @throws IllegalArgumentException when nothing reaches it
     */
    ServiceLevel {
      if (!(share > 0 && share < 1) || target.isNegative() || !(occupancy > 0 && occupancy < 1)) {
        throw new IllegalArgumentException(
            "A service level has shares between 0 and 1, not %s within %s at %s"
                .formatted(share, target, occupancy));
      }
    }
  }
}
