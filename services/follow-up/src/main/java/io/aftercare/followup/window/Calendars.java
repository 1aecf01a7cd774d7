package io.aftercare.followup.window;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Gives the policy its settings, and opens the calendars before the first sale needs them. */
@ApplicationScoped
class Calendars {

  private final Holidays holidays = new Holidays();

  /**
   * Reading the first calendar takes its time; the threads that serve requests must not be the ones
   * to do it.
   */
  void open(@Observes StartupEvent event, Clock clock) {
    Infrastructure.getDefaultWorkerPool()
        .execute(
            () -> holidays.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "US", null));
  }

  @Produces
  @Singleton
  CallWindow callWindow(CallCentre centre) {
    return new CallWindow(
        new WorkingDays(centre.workingDays(), holidays), QuietHours.known(), centre.grace());
  }
}
