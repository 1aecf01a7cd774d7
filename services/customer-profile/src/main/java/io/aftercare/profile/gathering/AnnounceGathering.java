package io.aftercare.profile.gathering;

import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Announces a talk or a meeting of a group; nobody is asked to it yet. */
@ApplicationScoped
class AnnounceGathering {

  private static final Logger LOG = Logger.getLogger(AnnounceGathering.class);

  private static final int MOST_DAYS_AHEAD = 366;

  /**
   * @param messageKey names the words in which it is offered
   * @param place where to go, for people
   * @param startsAt with offset
   * @param capacity seats
   */
  record NewGathering(
      @NotNull Gathering.Kind kind,
      @NotNull
          @Pattern(
              regexp = "[a-z0-9]{1,30}([.-][a-z0-9]{1,30}){0,5}",
              message = "must be a key, such as talk.living-with-diabetes")
          String messageKey,
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be a store's id")
          String storeId,
      @NotBlank
          @Size(max = 200)
          @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not contain control characters")
          String place,
      @NotNull OffsetDateTime startsAt,
      @NotNull @Min(1) @Max(10_000) Integer capacity) {}

  private final Scoped scoped;
  private final Gatherings gatherings;
  private final Clock clock;

  AnnounceGathering(Scoped scoped, Gatherings gatherings, Clock clock) {
    this.scoped = scoped;
    this.gatherings = gatherings;
    this.clock = clock;
  }

  /**
   * The gathering.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it does not lie ahead
   */
  Uni<Gathering> announce(NewGathering asked, String by) {
    Instant now = clock.instant();
    Instant startsAt = asked.startsAt().toInstant().truncatedTo(ChronoUnit.SECONDS);
    if (!startsAt.isAfter(now) || startsAt.isAfter(now.plus(MOST_DAYS_AHEAD, ChronoUnit.DAYS))) {
      throw Problems.invalid("startsAt", "must lie ahead, within a year");
    }
    Gathering gathering =
        new Gathering(
            Ids.next(),
            asked.kind(),
            asked.messageKey(),
            asked.storeId(),
            asked.place().strip(),
            startsAt,
            asked.capacity(),
            0,
            null);
    return scoped
        .inTransaction(
            new Reach.Chain(), transaction -> gatherings.add(transaction, gathering, now, by))
        .invoke(() -> LOG.infof("Gathering announced, gathering=%s", gathering.id()))
        .replaceWith(gathering);
  }
}
