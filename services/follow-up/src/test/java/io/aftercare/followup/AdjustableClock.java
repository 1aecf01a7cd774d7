package io.aftercare.followup;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Business time that stands still until a test moves it. Leases run by the database's clock all the
 * same.
 */
@Alternative
@Priority(1)
@Singleton
public class AdjustableClock extends Clock {

  static final ZoneId BOSTON = ZoneId.of("America/New_York");

  /** Tuesday, 10 March 2026, 11:00 in Boston: an ordinary working morning. */
  static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 3, 10, 11, 0);

  private volatile Instant now = TUESDAY.atZone(BOSTON).toInstant();

  static void boston(LocalDateTime local) {
    at(local.atZone(BOSTON).toInstant());
  }

  static void at(Instant instant) {
    clock().now = instant;
  }

  static Instant now() {
    return clock().instant();
  }

  private static AdjustableClock clock() {
    return CDI.current().select(AdjustableClock.class).get();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
