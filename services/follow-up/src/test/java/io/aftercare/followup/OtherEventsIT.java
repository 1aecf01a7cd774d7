package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.ServiceRequestEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the sales service tells besides sales is no concern of the calls. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class OtherEventsIT {

  @Test
  void a_service_request_makes_no_call_and_is_no_dead_letter() throws InterruptedException {
    Chain.freshMorning();
    UUID request = UUID.randomUUID();
    SaleEvent sale = SaleMother.lastNight().build();
    Instant at = Instant.parse("2026-03-10T09:00:00Z");
    try (Chain chain = new Chain();
        EventProbe sales = EventProbe.on(Topics.SALES);
        EventProbe parked = EventProbe.on(Topics.DEAD_LETTERS + "follow-up")) {
      sales.send(
          EventTypes.SERVICE_REQUEST_OPENED,
          request,
          1,
          new ServiceRequestEvent(
              request, 1, "open", "delivery", "boston-1", sale.saleId(), null, at, at));

      assertThat(chain.sells(sale, 1)).hasSize(1);
      // What is parked after it, from the same partition, shows that it was not parked itself.
      sales.send(EventTypes.SALE_COMPLETED, request, 2, "{\"saleId\": 12, oh no");
      parked.awaitRecord(EventTypes.SALE_COMPLETED, request);
      assertThat(parked.events(EventTypes.SERVICE_REQUEST_OPENED, request)).isEmpty();
    }
  }
}
