package io.aftercare.followup.supervision;

import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.ListQuery;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How many agents tomorrow needs, and when people answer. */
@Path("/supervision")
@Tag(name = "supervision")
@RolesAllowed(Roles.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
class SupervisionResource {

  /** What is longer ago says little of how people answer today. */
  private static final Duration ANSWERS_LOOK_BACK = Duration.ofDays(90);

  private final Forecast forecast;
  private final History history;
  private final BetterWindows betterWindows;
  private final Clock clock;

  SupervisionResource(Forecast forecast, History history, SupervisionRules rules, Clock clock) {
    this.forecast = forecast;
    this.history = history;
    this.betterWindows = new BetterWindows(rules.proposeFrom());
    this.clock = clock;
  }

  /** Which day. */
  static class ForecastQuery extends ListQuery {

    private static final String ZONE = "must be an IANA zone, such as America/New_York";

    @RestQuery
    @Parameter(
        description = "Which day; tomorrow when left out.",
        schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Nullable String date;

    @RestQuery
    @Parameter(description = "IANA zone whose hours are told; the call centre's when left out.")
    @Nullable String zone;

    /**
     * @param date absent for tomorrow
     * @param zone absent for the call centre's
     */
    record Asked(@Nullable LocalDate date, @Nullable ZoneId zone) {}

    Asked asked() {
      // The instant of midnight reads the date, and names it when there is no such day.
      Instant day = time("date", date == null ? null : date + "T00:00:00Z");
      String known = text("zone", zone, "[A-Za-z0-9_+/-]{1,64}", ZONE);
      if (known != null && !ZoneId.getAvailableZoneIds().contains(known)) {
        throw Problems.invalid("zone", ZONE);
      }
      return sound(
          new Asked(
              day == null ? null : LocalDate.ofInstant(day, ZoneOffset.UTC),
              known == null ? null : ZoneId.of(known)));
    }
  }

  /**
   * When people answer.
   *
   * @param since attempts before are not counted
   */
  record AnswerRates(Instant since, List<BetterWindows.Segment> segments) {}

  @GET
  @Path("/forecast")
  @Operation(summary = "A day's calls by the hour, and the agents they need (Erlang C)")
  public Uni<Forecast.Day> forecast(@BeanParam ForecastQuery query) {
    ForecastQuery.Asked asked = query.asked();
    return forecast.of(asked.date(), asked.zone());
  }

  @GET
  @Path("/answer-rates")
  @Operation(
      summary = "How often people answer, by the hour of their day and their age; better windows")
  public Uni<AnswerRates> answerRates() {
    Instant now = clock.instant();
    Instant since = now.minus(ANSWERS_LOOK_BACK);
    return history
        .answered(since, now)
        .map(answered -> new AnswerRates(since, betterWindows.of(answered)));
  }
}
