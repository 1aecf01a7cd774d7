package io.aftercare.followup.window;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/** When the call centre works. */
@ConfigMapping(prefix = "aftercare.call-centre")
interface CallCentre {

  /** Days of the week on which calls are made; holidays of a store's country are kept besides. */
  @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY")
  Set<DayOfWeek> workingDays();

  /** How long after its window closed a contact is still worth making. */
  @WithDefault("P3D")
  Duration grace();
}
