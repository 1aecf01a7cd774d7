package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who rings: the open call is taken there and then, or a new one recorded. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class IncomingIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private SaleEvent sale;

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void oneCallIsDue() {
    Chain.freshMorning();
    sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
  }

  @Test
  void the_open_call_is_taken_and_closed_without_dialling() {
    InHand call = InHand.of(ann.isRungBy(sale.customerId()).statusCode(200));

    assertThat(call.programme()).isEqualTo("wellbeing");
    assertThat(InHand.of(ann.isRungBy(sale.customerId())).epoch()).isEqualTo(call.epoch());
    ann.answers(call, Map.of("effect", "better")).statusCode(200);
    ann.says(call, "done-well").statusCode(200).body("state", equalTo("done"));
    bob.asksForWork().statusCode(204);
    assertThat(Chain.fileHeard(sale.customerId())).noneMatch(line -> line.startsWith("permit"));
    assertThat(
            Chain.count(
                "select count(*) from access_log where what = 'POST /calls/incoming' and reason = 'call'"))
        .isEqualTo(2);
  }

  @Test
  void a_call_that_is_not_due_yet_is_taken_as_well() {
    ann.works("no-answer");

    ann.isRungBy(sale.customerId()).statusCode(200).body("attempts", equalTo(1));
  }

  @Test
  void without_an_open_call_a_new_one_is_recorded_and_told() {
    ann.works("done-well");

    InHand call = InHand.of(bob.isRungBy(sale.customerId()).statusCode(200));

    assertThat(call.programme()).isEqualTo("incoming");
    bob.readsScript(call.id(), "en").body("interview", equalTo("general"));
    bob.says(call, "done-problem").statusCode(200).body("state", equalTo("done"));
    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    assertThat(told.get("programme").asText()).isEqualTo("incoming");
    assertThat(told.get("saleId").asText()).isEqualTo(sale.saleId().toString());
  }

  @Test
  void who_rang_can_be_promised_a_call_back() {
    ann.works("done-well");
    InHand call = InHand.of(bob.isRungBy(sale.customerId()));

    bob.says(call, Map.of("disposition", "call-back", "callBackAt", "2026-03-10T14:00:00-04:00"))
        .statusCode(200)
        .body("state", equalTo("planned"));

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T14:00"));
    assertThat(bob.claim().id()).isEqualTo(call.id());
  }

  @Test
  void what_was_promised_to_who_rang_outlives_a_change_of_the_customer_and_a_void() {
    ann.works("done-well");
    InHand call = InHand.of(bob.isRungBy(sale.customerId()));
    bob.says(call, Map.of("disposition", "call-back", "callBackAt", "2026-03-10T14:00:00-04:00"))
        .statusCode(200);

    chain.tells(CustomerMother.customer(sale.customerId()).speaking("zh-Hans").build());
    chain.tells(SaleMother.again(sale).voided().build());
    chain.settles();

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T14:00"));
    InHand kept = bob.claim();
    assertThat(kept.id()).isEqualTo(call.id());
    bob.asksToDial(kept).statusCode(200);
  }

  @Test
  void who_never_bought_is_recorded_for_the_store_they_speak_of() {
    UUID stranger = somebodyWhoNeverBought();
    ann.isRungBy(stranger).statusCode(400).body("violations[0].field", equalTo("storeId"));

    InHand call = InHand.of(ann.isRungBy(stranger, "boston-1").statusCode(200));

    assertThat(call.programme()).isEqualTo("incoming");
    assertThat(call.json().getString("storeId")).isEqualTo("boston-1");
    ann.answers(call, Map.of("effect", "worse")).statusCode(200);
    ann.says(call, Map.of("disposition", "complaint", "complaintCategory", "wait"))
        .statusCode(200)
        .body("state", equalTo("done"));
    JsonNode told = chain.awaits(EventTypes.FOLLOW_UP_COMPLETED, call.id());
    assertThat(told.get("storeId").asText()).isEqualTo("boston-1");
    assertThat(told.get("complaintCategory").asText()).isEqualTo("wait");
    assertThat(told.get("customerId").asText()).isEqualTo(stranger.toString());
  }

  @Test
  void who_never_bought_can_be_promised_a_call_back_and_asks_for_nothing_else() {
    UUID stranger = somebodyWhoNeverBought();
    InHand call = InHand.of(bob.isRungBy(stranger, "boston-1").statusCode(200));
    bob.says(call, Map.of("disposition", "call-back", "callBackAt", "2026-03-10T14:00:00-04:00"))
        .statusCode(200);
    chain.tells(CustomerMother.customer(stranger).version(2).born("1950-03").build());
    chain.settles();

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T14:00"));
    InHand kept = bob.claim();
    assertThat(kept.id()).isEqualTo(call.id());
    bob.asksToDial(kept).statusCode(200);
    bob.says(kept, "done-well").statusCode(200);
    assertThat(
            Chain.count("select count(*) from call where customer_id = '%s'".formatted(stranger)))
        .isEqualTo(1);
  }

  @Test
  void nobody_takes_a_customer_whom_somebody_else_has_on_the_line() {
    ann.talks();

    bob.isRungBy(sale.customerId())
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:customer-in-call"));
  }

  @Test
  void who_holds_a_call_takes_no_second_one() {
    SaleEvent other = SaleMother.lastNight().build();
    chain.sells(other, 1);
    InHand mine = ann.claim();
    UUID rings =
        mine.customer().equals(other.customerId().toString())
            ? sale.customerId()
            : other.customerId();

    ann.isRungBy(rings).statusCode(409).body("type", equalTo("urn:aftercare:problem:agent-busy"));
  }

  @Test
  void of_many_agents_one_has_the_customer() {
    List<Integer> answers =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Desk.agent("a" + i).isRungBy(sale.customerId()).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
  }

  @Test
  void a_stranger_is_not_found_and_a_merged_customer_is_the_survivor() {
    ann.isRungBy(UUID.randomUUID()).statusCode(404);
    UUID old = UUID.randomUUID();
    chain.tells(CustomerMother.customer(old).mergedInto(sale.customerId()).build());
    chain.settles();

    Awaitility.await().untilAsserted(() -> ann.isRungBy(old).statusCode(200));
  }

  private static UUID somebodyWhoNeverBought() {
    UUID id = UUID.randomUUID();
    chain.tells(CustomerMother.customer(id).build());
    Awaitility.await()
        .until(
            () ->
                Chain.count("select count(*) from known_customer where id = '%s'".formatted(id))
                    == 1);
    return id;
  }
}
