package io.aftercare.followup.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of an attempt.
 *
 * @param callBackAt the time that was promised; only for a call-back
 * @param satisfaction 1 (very bad) to 5 (very good); absent when not asked
 * @param complaintCategory only for a complaint
 * @param note words about the customer; never kept here
 */
record Outcome(
    Disposition disposition,
    @Nullable Instant callBackAt,
    @Nullable Integer satisfaction,
    @Nullable ComplaintCategory complaintCategory,
    @Nullable String note) {}
