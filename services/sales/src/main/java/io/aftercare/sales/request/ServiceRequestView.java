package io.aftercare.sales.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service request as it is shown.
 *
 * @param overdue the promise is over, and it is not done yet
 */
record ServiceRequestView(
    UUID id,
    long version,
    ServiceRequest.Kind kind,
    ServiceRequest.State state,
    String storeId,
    @Nullable UUID saleId,
    @Nullable UUID customerId,
    Instant promisedAt,
    boolean overdue,
    Instant openedAt,
    String openedBy,
    List<ServiceRequest.Step> history) {

  static ServiceRequestView of(ServiceRequest request, Instant now) {
    return new ServiceRequestView(
        request.id(),
        request.version(),
        request.kind(),
        request.state(),
        request.storeId(),
        request.saleId(),
        request.customerId(),
        request.promisedAt(),
        request.overdue(now),
        request.openedAt(),
        request.openedBy(),
        request.history());
  }
}
