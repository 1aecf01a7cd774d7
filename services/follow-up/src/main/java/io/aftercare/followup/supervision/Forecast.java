package io.aftercare.followup.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a day by the hour in which they fall due, and the agents they need: those that are
 * planned, and those that will still arrive if the day is like the same weekday of the last weeks.
 */
@ApplicationScoped
class Forecast {

  private static final int HOURS = 24;
  private static final List<Boolean> SKILLS = List.of(false, true);

  private final History history;
  private final SupervisionRules rules;
  private final ErlangC.ServiceLevel level;
  private final Clock clock;

  Forecast(History history, SupervisionRules rules, Clock clock) {
    this.history = history;
    this.rules = rules;
    this.level = new ErlangC.ServiceLevel(rules.serviceLevel(), rules.target(), rules.occupancy());
    this.clock = clock;
  }

  /**
   * A day.
   *
   * @param serviceLevel share of the calls that wait no longer than the target
   */
  record Day(
      LocalDate date,
      String zone,
      double serviceLevel,
      Duration target,
      double occupancy,
      List<SkillDay> skills) {}

  /**
   * A day of those with one skill.
   *
   * @param handling how long a call keeps them, with wrap-up
   * @param measured the handling comes from attempts; else it is the setting
   */
  record SkillDay(String skill, Duration handling, boolean measured, List<Hour> hours) {}

  /**
   * An hour of the day; hours without calls are left out.
   *
   * @param planned calls that are known to fall due
   * @param arriving calls that are expected besides
   * @param agents who are needed
   * @param answered share of the calls that will wait no longer than the target with them
   * @param occupancy share of their time that they will be busy
   */
  record Hour(
      int hour, double planned, double arriving, int agents, double answered, double occupancy) {}

  /**
   * @param asked absent for tomorrow
   */
  Uni<Day> of(@Nullable LocalDate asked, @Nullable ZoneId by) {
    Instant now = clock.instant();
    ZoneId zone = by == null ? rules.zone() : by;
    LocalDate date = asked == null ? now.atZone(zone).toLocalDate().plusDays(1) : asked;
    Duration ahead = Duration.between(now, date.atStartOfDay(zone).toInstant());
    Duration lookedBack = Duration.ofDays(7L * rules.weeks());
    return history
        .planned(date, zone)
        .chain(
            planned ->
                history
                    .arrivedLate(date, zone, ahead, rules.weeks())
                    .chain(
                        late ->
                            history
                                .took(now.minus(lookedBack), now)
                                .map(took -> day(date, zone, planned, late, took))));
  }

  private Day day(
      LocalDate date,
      ZoneId zone,
      List<History.Load> planned,
      List<History.Load> late,
      Map<Boolean, History.Took> took) {
    List<SkillDay> skills = new ArrayList<>();
    for (boolean pharmacist : SKILLS) {
      Duration mean = History.mean(took.get(pharmacist), rules.measured());
      Duration handling = (mean == null ? rules.handling() : mean).plus(rules.wrapUp());
      skills.add(
          new SkillDay(
              pharmacist ? "pharmacist" : "agent",
              handling,
              mean != null,
              hours(byHour(planned, pharmacist), byHour(late, pharmacist), handling)));
    }
    return new Day(date, zone.getId(), level.share(), level.target(), level.occupancy(), skills);
  }

  private List<Hour> hours(double[] planned, double[] late, Duration handling) {
    List<Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      double calls = planned[hour] + late[hour];
      if (calls > 0) {
        ErlangC queue = ErlangC.of(calls, handling);
        int agents = queue.agents(level);
        hours.add(
            new Hour(
                hour,
                planned[hour],
                late[hour],
                agents,
                queue.withinTarget(agents, level.target()),
                queue.occupancy(agents)));
      }
    }
    return hours;
  }

  private static double[] byHour(List<History.Load> loads, boolean pharmacist) {
    double[] hours = new double[HOURS];
    for (History.Load load : loads) {
      if (load.pharmacist() == pharmacist) {
        hours[load.hour()] += load.calls();
      }
    }
    return hours;
  }
}
