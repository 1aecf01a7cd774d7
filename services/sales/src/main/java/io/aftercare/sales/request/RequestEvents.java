package io.aftercare.sales.request;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.ServiceRequestEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.time.Instant;

/** Tells the house what became of a service request; never a reason, which is people's words. */
final class RequestEvents {

  private RequestEvents() {}

  static Event of(ServiceRequest request, Instant time) {
    String type =
        request.version() == 1
            ? EventTypes.SERVICE_REQUEST_OPENED
            : EventTypes.SERVICE_REQUEST_CHANGED;
    return Event.of(Topics.SALES, type, request.id(), request.version(), time, data(request));
  }

  private static ServiceRequestEvent data(ServiceRequest request) {
    return new ServiceRequestEvent(
        request.id(),
        request.version(),
        request.state().wire(),
        request.kind().wire(),
        request.storeId(),
        request.saleId(),
        request.customerId(),
        request.promisedAt(),
        request.openedAt());
  }
}
