package io.aftercare.simulator.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.journey.Store.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;

/** Who looks at the queue and at what customers said. */
final class Supervisor {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private final House house;
  private final String name;

  Supervisor(House house, String name) {
    this.house = house;
    this.name = name;
  }

  /** Every call that the sale has caused so far. */
  List<SeenCall> callsOf(Receipt receipt) {
    return items("follow-up", "/calls?limit=200&saleId=" + receipt.saleId())
        .map(SeenCall::new)
        .toList();
  }

  /** Waits until the sale has caused a call of the programme. */
  SeenCall awaitsCall(Receipt receipt, String programme) {
    return awaitsCall(receipt, call -> call.programme().equals(programme));
  }

  SeenCall awaitsCall(Receipt receipt, Predicate<SeenCall> wanted) {
    return Awaitility.await("a call for sale " + receipt.saleId())
        .atMost(LONG_ENOUGH)
        .until(() -> callsOf(receipt).stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until none of the sale's calls is still to be made. */
  void awaitsNothingLeftOf(Receipt receipt) {
    Awaitility.await("no call left for sale " + receipt.saleId())
        .atMost(LONG_ENOUGH)
        .until(
            () -> callsOf(receipt).stream().map(SeenCall::state).toList(),
            Matchers.everyItem(Matchers.not(Matchers.in(List.of("planned", "held")))));
  }

  /** Nobody waits on the line any more. */
  void takesOverFromWhoeverWaits() {
    items("follow-up", "/transfers")
        .filter(transfer -> !transfer.path("state").asText().equals("taken"))
        .map(transfer -> "/transfers/" + transfer.path("id").asText())
        .forEach(
            transfer -> {
              house.post(name, "follow-up", transfer + "/take", Map.of()).expectOk("the take");
              house
                  .post(name, "follow-up", transfer + "/end", Map.of("ending", "advised"))
                  .expectOk("the end");
            });
  }

  /** Waits until feedback has the customer's answer to this call. */
  JsonNode awaitsSurveyOf(SeenCall call) {
    return awaitsOne("/surveys", call);
  }

  JsonNode awaitsComplaintOf(SeenCall call) {
    return awaitsOne("/complaints", call);
  }

  private JsonNode awaitsOne(String path, SeenCall call) {
    return Awaitility.await(path + " of call " + call.id())
        .atMost(LONG_ENOUGH)
        .until(
            () ->
                items("feedback", path + "?limit=200")
                    .filter(item -> item.path("callId").asText().equals(call.id()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Stream<JsonNode> items(String part, String path) {
    JsonNode items = house.get(name, part, path).expectOk(path).body().path("items");
    return StreamSupport.stream(items.spliterator(), false);
  }
}
