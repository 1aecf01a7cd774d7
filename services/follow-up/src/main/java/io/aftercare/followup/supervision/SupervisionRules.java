package io.aftercare.followup.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** What a call centre promises, and how it looks back. */
@ConfigMapping(prefix = "aftercare.supervision")
interface SupervisionRules {

  /** The clock by which the call centre's hours are told. */
  @WithDefault("UTC")
  ZoneId zone();

  /** Share of the calls… */
  @WithDefault("0.80")
  double serviceLevel();

  /** …that wait no longer than this. */
  @WithDefault("PT20S")
  Duration target();

  /** Share of their time that agents may be busy at most. */
  @WithDefault("0.85")
  double occupancy();

  /** What an agent needs after a call, on top of what attempts were measured to take. */
  @WithDefault("PT30S")
  Duration wrapUp();

  /** How long a call takes, until enough of them have been measured. */
  @WithDefault("PT5M")
  Duration handling();

  /** Attempts that must have been measured before they count. */
  @WithDefault("30")
  int measured();

  /** Weeks that are looked back over: for attempts, and for what arrives late. */
  @WithDefault("4")
  int weeks();

  /** Calls that must have been dialled in a segment's hour before anything is proposed. */
  @WithDefault("50")
  int proposeFrom();
}
