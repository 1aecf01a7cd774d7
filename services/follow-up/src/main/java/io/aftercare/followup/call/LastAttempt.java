package io.aftercare.followup.call;

import org.jspecify.annotations.Nullable;

/**
 * What the last attempt found.
 *
 * @param disposition absent when nobody knows: the lease lapsed after the number was given out
 * @param agent the subject of who made it
 * @param seconds from permit to outcome; absent when nobody knows
 * @param satisfaction 1 to 5; absent when not asked
 * @param complaintCategory only for a complaint
 */
public record LastAttempt(
    @Nullable String disposition,
    String agent,
    @Nullable Integer seconds,
    @Nullable Integer satisfaction,
    @Nullable String complaintCategory) {}
