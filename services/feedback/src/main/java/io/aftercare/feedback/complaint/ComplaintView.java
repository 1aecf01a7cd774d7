package io.aftercare.feedback.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as care managers see it.
 *
 * @param status {@code open} or {@code resolved}
 * @param category {@code effect}, {@code price}, {@code attitude}, {@code quality}, {@code wait} or
 *     {@code other}
 * @param callId the follow-up call in which it was heard
 * @param saleId the sale it is about
 * @param acknowledgeBy the last day on which the customer must hear that we are on it
 * @param overdue that day is over, and it is not resolved
 * @param resolvedAt when it was put right; absent while it is open
 */
record ComplaintView(
    UUID id,
    String status,
    String category,
    UUID customerId,
    UUID callId,
    UUID saleId,
    String storeId,
    Instant openedAt,
    LocalDate acknowledgeBy,
    boolean overdue,
    @Nullable Instant resolvedAt) {

  static ComplaintView of(Complaint complaint, LocalDate acknowledgeBy, LocalDate today) {
    return new ComplaintView(
        complaint.id(),
        complaint.status(),
        complaint.category(),
        complaint.customerId(),
        complaint.callId(),
        complaint.saleId(),
        complaint.storeId(),
        complaint.openedAt(),
        acknowledgeBy,
        complaint.resolvedAt() == null && today.isAfter(acknowledgeBy),
        complaint.resolvedAt());
  }
}
