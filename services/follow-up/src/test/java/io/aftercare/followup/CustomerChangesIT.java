package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of planned calls when their customer becomes known, changes, says no or is merged.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class CustomerChangesIT {

  private static Chain chain;

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void a_customer_who_arrives_after_the_sale_is_called_by_their_own_clock() {
    SaleEvent sale = SaleMother.lastNight().build();
    String id = chain.sells(sale, 1).getFirst().getString("id");

    chain.tells(
        customer(sale.customerId())
            .livingIn("America/Chicago")
            .preferring("10:00", "11:00")
            .build());

    chain.followUps.await(
        EventTypes.FOLLOW_UP_SCHEDULED,
        id,
        told -> told.get("dueAt").asText().equals("2026-03-10T15:00:00Z"));
    assertThat(Chain.callsOf(sale).getFirst().getString("closesAt"))
        .isEqualTo("2026-03-10T16:00:00Z");
  }

  @Test
  void an_age_that_becomes_known_deserves_its_call_and_one_that_was_wrong_loses_it() {
    SaleEvent sale =
        SaleMother.at("2026-03-09T15:00:00-04:00").line("R05DA04", null, "prescription").build();
    chain.tells(sale);
    chain.settles();
    assertThat(Chain.callsOf(sale)).isEmpty();

    chain.tells(customer(sale.customerId()).born("1950-03").build());
    assertThat(chain.callsOf(sale, 1).getFirst().getString("programme"))
        .isEqualTo("child-or-elderly");

    chain.tells(customer(sale.customerId()).version(2).born("1980-03").build());
    JsonNode told =
        chain.awaits(
            EventTypes.FOLLOW_UP_CANCELLED, chain.callsOf(sale, 1).getFirst().getString("id"));
    assertThat(told.get("cancelReason").asText()).isEqualTo("rule-no-longer-met");
  }

  @Test
  void a_no_of_the_customer_cancels_open_calls_and_lets_no_new_one_open() {
    for (var no :
        List.of(
            customer(UUID.randomUUID()).doNotCall().build(),
            customer(UUID.randomUUID()).restricted().build(),
            customer(UUID.randomUUID()).status("deceased").build(),
            customer(UUID.randomUUID()).status("erased").build(),
            customer(UUID.randomUUID()).careCalls("withdrawn").build())) {
      SaleEvent before = SaleMother.lastNight().of(no.customerId()).build();
      SaleEvent after = SaleMother.lastNight().of(no.customerId()).build();
      String open = chain.sells(before, 1).getFirst().getString("id");

      chain.tells(no);

      chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, open);
      assertThat(chain.sells(after, 1).getFirst().getString("state")).isEqualTo("cancelled");
    }
  }

  @Test
  void a_call_that_a_cap_postponed_stays_postponed_when_its_customer_changes() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    // Spoken with on three days of the last seven: not again before Saturday.
    for (int day = 7; day <= 9; day++) {
      Chain.sql(
          """
          insert into attempt (call_id, epoch, customer_id, agent, permitted_at, ended_at, disposition, answered)
          select id, 90 + %1$d, customer_id, 'x', '2026-03-0%1$dT15:00:00Z', '2026-03-0%1$dT15:05:00Z', 'done-well', true
          from call
          """
              .formatted(day));
    }
    Desk ann = Desk.agent("ann");
    ann.asksToDial(ann.claim()).statusCode(409).body("reason", equalTo("weekly-cap"));
    String postponed = "2026-03-14T13:00:00Z";
    assertThat(Chain.callsOf(sale).getFirst().getString("dueAt")).isEqualTo(postponed);
    // By then it is too late for what was meant at first.
    AdjustableClock.boston(LocalDateTime.parse("2026-03-14T08:00"));

    chain.tells(customer(sale.customerId()).born("1980-03").build());
    chain.tells(customer(sale.customerId()).version(2).preferring("10:00", "12:00").build());

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> Chain.callsOf(sale).getFirst().getString("dueAt").equals("2026-03-14T14:00:00Z"));
    assertThat(Chain.callsOf(sale).getFirst().getString("state")).isEqualTo("planned");
  }

  @Test
  void a_segment_of_the_customer_can_be_a_reason() {
    SaleEvent sale =
        SaleMother.at("2026-03-09T15:00:00-04:00").line("R05DA04", null, "prescription").build();
    Chain.sql(
        """
        insert into programme (id, key, version, state, definition, published_at)
        select 'frail/1', 'frail', 1, 'published',
          replace(replace(definition, '"trigger":{"atc":["J01"]}', '"trigger":{"segment":"frail"}'),
            '"key":"antibiotic"', '"key":"frail"'), now()
        from programme where key = 'antibiotic'
        """);
    Chain.sql("update programme_shelf set version = version + 1");
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Desk.supervisor()
                      .request()
                      .get("/programmes")
                      .jsonPath()
                      .getList("items.programme.key")
                      .contains("frail"));
      chain.tells(sale);
      chain.settles();
      assertThat(Chain.callsOf(sale)).isEmpty();

      chain.tellsSegments(customer(sale.customerId()).build(), List.of("chronic", "frail"));

      assertThat(chain.callsOf(sale, 1).getFirst().getString("programme")).isEqualTo("frail");
    } finally {
      Chain.sql("delete from programme where key = 'frail'");
      Chain.sql("update programme_shelf set version = version + 1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allowed\": false, \"reason\": \"consent-withdrawn\"}",
        // Read just before the withdrawal.
        "{\"allowed\": true, \"number\": \"+16175550123\", \"numberMark\": \"mark\", \"callee\": {\"name\": \"Ann\"}}"
      })
  void a_no_that_overtakes_the_permit_is_the_reason_given(String fileSays) {
    SaleEvent sale = SaleMother.lastNight().build();
    String id = chain.sells(sale, 1).getFirst().getString("id");
    Desk ann = Desk.agent("ann");
    Desk.InHand call = ann.claim();
    Chain.fileAnswers(sale.customerId(), "reading");

    var permit = CompletableFuture.supplyAsync(() -> ann.asksToDial(call));
    Awaitility.await().until(() -> !Chain.fileHeard(sale.customerId()).isEmpty());
    chain.tells(customer(sale.customerId()).careCalls("withdrawn").build());
    chain.awaits(EventTypes.FOLLOW_UP_CANCELLED, id);
    Chain.fileAnswers(sale.customerId(), fileSays);

    permit
        .join()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:permit-refused"))
        .body("reason", equalTo("consent-withdrawn"));
  }

  @Test
  void calls_of_a_merged_customer_follow_the_survivor() {
    UUID survivor = UUID.randomUUID();
    SaleEvent sale = SaleMother.lastNight().build();
    SaleEvent later = SaleMother.lastNight().of(sale.customerId()).build();
    chain.sells(sale, 1);
    chain.tells(customer(survivor).livingIn("America/Chicago").build());

    chain.tells(customer(sale.customerId()).version(2).mergedInto(survivor).build());

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Chain.callsOf(sale).getFirst().getString("customerId").equals(survivor.toString()));
    assertThat(Chain.callsOf(sale).getFirst().getString("dueAt")).isEqualTo("2026-03-10T14:00:00Z");
    assertThat(chain.sells(later, 1).getFirst().getString("customerId"))
        .isEqualTo(survivor.toString());
  }

  @Test
  void calls_go_back_to_whom_they_were_made_for_when_a_merge_is_undone() {
    UUID survivor = UUID.randomUUID();
    SaleEvent own = SaleMother.lastNight().of(survivor).build();
    SaleEvent sale = SaleMother.lastNight().build();
    UUID merged = sale.customerId();
    chain.sells(own, 1);
    chain.sells(sale, 1);
    chain.tells(customer(survivor).livingIn("America/Chicago").build());
    chain.tells(customer(merged).version(2).mergedInto(survivor).build());
    awaitCallOf(sale, survivor);

    chain.tells(customer(merged).version(3).build());

    awaitCallOf(sale, merged);
    assertThat(Chain.callsOf(sale).getFirst().getString("dueAt")).isEqualTo("2026-03-10T13:00:00Z");
    assertThat(Chain.callsOf(own).getFirst().getString("customerId"))
        .isEqualTo(survivor.toString());
    SaleEvent later = SaleMother.lastNight().of(merged).build();
    assertThat(chain.sells(later, 1).getFirst().getString("customerId"))
        .isEqualTo(merged.toString());
    chain.tells(customer(merged).version(2).mergedInto(survivor).build());
    chain.settles();
    assertThat(Chain.callsOf(sale).getFirst().getString("customerId")).isEqualTo(merged.toString());
  }

  @Test
  void whoever_came_by_way_of_the_separated_one_goes_with_them() {
    UUID last = UUID.randomUUID();
    UUID middle = UUID.randomUUID();
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);
    chain.tells(customer(sale.customerId()).version(2).mergedInto(middle).build());
    awaitCallOf(sale, middle);
    chain.tells(customer(middle).version(2).mergedInto(last).build());
    awaitCallOf(sale, last);

    chain.tells(customer(middle).version(3).build());

    awaitCallOf(sale, middle);
  }

  private static void awaitCallOf(SaleEvent sale, UUID customer) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Chain.callsOf(sale).getFirst().getString("customerId").equals(customer.toString()));
  }
}
