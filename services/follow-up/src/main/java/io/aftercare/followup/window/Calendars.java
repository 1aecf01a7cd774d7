package io.aftercare.followup.window;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the policy its settings. */
@ApplicationScoped
class Calendars {

  @Produces
  @Singleton
  CallWindow callWindow(CallCentre centre) {
    return new CallWindow(new WorkingDays(centre.workingDays(), new Holidays()), centre.grace());
  }
}
