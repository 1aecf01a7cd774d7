package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.followup.call.Schedulers;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two instances that were given the same sales, as happens when partitions move between them before
 * an acknowledgement arrives.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class TwoSchedulersIT {

  @Test
  void each_contact_is_planned_and_told_once() throws InterruptedException {
    Chain.freshMorning();
    List<SaleEvent> sales =
        IntStream.range(0, 200)
            .mapToObj(i -> SaleMother.lastNight().line("J01CA04", 7, "prescription").build())
            .toList();
    try (EventProbe told = EventProbe.on(Topics.FOLLOW_UPS)) {
      List<CompletableFuture<Void>> instances =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.runAsync(() -> Schedulers.schedule(sales)))
              .toList();
      instances.forEach(CompletableFuture::join);

      assertThat(Chain.count("select count(*) from call")).isEqualTo(400);
      assertThat(Chain.count("select count(distinct (cause_id, programme, step)) from call"))
          .isEqualTo(400);
      String one = Chain.callsOf(sales.getLast()).getFirst().getString("id");
      told.await(EventTypes.FOLLOW_UP_SCHEDULED, one);
      assertThat(told.events(EventTypes.FOLLOW_UP_SCHEDULED, one)).hasSize(1);
    }
  }
}
