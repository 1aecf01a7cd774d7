package io.aftercare.followup.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time in which one call may be made.
 *
 * @param dueAt first instant at which it may be made
 * @param closesAt first instant at which it may no longer be made
 * @param date local date of the call, as it was meant
 * @param zone the clock that date is told in
 * @param explained how the time was found, in plain words
 */
public record Slot(
    Instant dueAt, Instant closesAt, LocalDate date, ZoneId zone, String explained) {}
