package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is given which call: by presence, language and store; and by a supervisor's word. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class AgentIT {

  private static Chain chain;
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private final Desk sue = Desk.supervisor();
  @Inject AgroalDataSource database;

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
    // What was truncated behind the service's back is looked up anew with the next profile.
    sue.lets(Desk.agent("nobody"), List.of(), List.of()).statusCode(200);
  }

  @Test
  void nothing_is_given_on_a_break_and_the_refusal_says_why() {
    callOf("en-US");
    ann.hasABreak("meal").statusCode(200).body("reason", equalTo("meal"));

    ann.asksForWork().statusCode(409).body("type", equalTo("urn:aftercare:problem:on-break"));
    ann.is("wrap-up").statusCode(200);
    ann.asksForWork().statusCode(409).body("type", equalTo("urn:aftercare:problem:wrapping-up"));
    ann.is("available").statusCode(200);
    ann.asksForWork().statusCode(200);
    assertThat(Chain.count("select count(*) from agent_period where ended_at is not null"))
        .isEqualTo(2);
    sue.request().get("/agents").then().body("items.agent", hasItem(ann.subject()));
  }

  @Test
  void a_break_without_a_reason_and_a_reason_without_a_break_are_refused() {
    ann.is("break").statusCode(400).body("violations[0].field", equalTo("reason"));
    ann.is("asleep").statusCode(400);
  }

  @Test
  void a_call_in_hand_stays_there_over_a_break() {
    callOf("en-US");
    InHand call = ann.claim();
    ann.hasABreak("rest");

    assertThat(ann.claim().id()).isEqualTo(call.id());
  }

  @Test
  void who_speaks_a_language_gets_the_calls_in_it() {
    UUID english = callOf("en-US");
    UUID thai = callOf("th-TH");
    sue.lets(ann, List.of("th"), List.of()).statusCode(200);

    assertThat(ann.works("done-well").customer()).isEqualTo(thai.toString());
    ann.asksForWork().statusCode(204);
    assertThat(bob.claim().customer()).isEqualTo(english.toString());
  }

  @Test
  void a_customer_of_unknown_language_is_everybodys() {
    chain.sells(SaleMother.lastNight().build(), 1);
    sue.lets(ann, List.of("zh"), List.of());

    ann.asksForWork().statusCode(200);
  }

  @Test
  void a_customer_who_learns_another_language_changes_queues() {
    UUID customer = callOf("en-US");
    sue.lets(ann, List.of("zh"), List.of());
    ann.asksForWork().statusCode(204);

    chain.tells(CustomerMother.customer(customer).version(2).speaking("zh-Hans").build());
    awaitLanguage(customer, "zh");

    assertThat(ann.claim().customer()).isEqualTo(customer.toString());
  }

  @Test
  void who_serves_one_store_gets_its_calls_alone() {
    callOf("en-US");
    sue.lets(ann, List.of(), List.of("bangkok-1"));
    sue.lets(bob, List.of("en"), List.of("boston-1"));

    ann.asksForWork().statusCode(204);
    bob.asksForWork().statusCode(200);
  }

  @Test
  void who_serves_a_region_gets_the_calls_of_its_stores() {
    UUID east = callIn("salem-1", "region-east");
    UUID west = callIn("tacoma-1", "region-west");
    sue.lets(ann, List.of("region-west"))
        .statusCode(200)
        .body("regions", contains("region-west"))
        .body("stores", empty());
    sue.lets(bob, List.of("region-nowhere"));

    bob.asksForWork().statusCode(204);
    assertThat(ann.works("done-well").customer()).isEqualTo(west.toString());
    ann.asksForWork().statusCode(204);
    sue.lets(bob, List.of("region-east"));
    assertThat(bob.claim().customer()).isEqualTo(east.toString());
  }

  @Test
  void a_store_is_of_the_region_of_its_newest_sale() {
    SaleEvent before = SaleMother.lastNight().in("moving-1", "region-before").build();
    chain.sells(before, 1);
    UUID customer = UUID.randomUUID();
    chain.sells(
        SaleMother.at("2026-03-09T23:55:00-04:00")
            .first()
            .of(customer)
            .in("moving-1", "region-after")
            .build(),
        1);
    // Told again, though later: it was taken in before.
    chain.tells(SaleMother.again(before).in("moving-1", "region-before").build());
    UUID other = callIn("moving-2", "region-after");

    sue.lets(bob, List.of("region-before"));
    sue.lets(ann, List.of("region-after"));
    bob.asksForWork().statusCode(204);
    assertThat(List.of(given(ann), given(ann), given(ann)))
        .containsExactlyInAnyOrder(before.customerId(), customer, other);
  }

  /** Whose call somebody was given, and has done. */
  private static UUID given(Desk agent) {
    return UUID.fromString(agent.works("done-well").customer());
  }

  /** A call due now to a customer of this store. */
  private static UUID callIn(String store, String region) {
    UUID customer = UUID.randomUUID();
    chain.sells(SaleMother.lastNight().of(customer).in(store, region).build(), 1);
    return customer;
  }

  @Test
  void racing_agents_of_all_languages_never_share_a_call() {
    for (int i = 0; i < 10; i++) {
      callOf(i % 2 == 0 ? "th-TH" : "en-US");
    }
    List<Desk> agents = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Desk agent = Desk.agent("racer" + i);
      if (i % 2 == 0) {
        sue.lets(agent, i % 4 == 0 ? List.of("th") : List.of("en", "th"), List.of());
      }
      agents.add(agent);
    }

    List<String> given =
        agents.stream()
            .map(agent -> CompletableFuture.supplyAsync(agent::claimIfAny))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .flatMap(Optional::stream)
            .map(InHand::id)
            .toList();

    assertThat(given).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void a_transaction_left_open_elsewhere_holds_up_nobody() throws SQLException {
    UUID stuck = callOf("en-US");
    UUID free = callOf("en-US");
    try (Connection elsewhere = database.getConnection()) {
      elsewhere.setAutoCommit(false);
      elsewhere
          .createStatement()
          .execute("select * from call where customer_id = '%s' for update".formatted(stuck));

      assertThat(ann.claim().customer()).isEqualTo(free.toString());
      bob.asksForWork().statusCode(204);
      elsewhere.rollback();
    }
    assertThat(bob.claim().customer()).isEqualTo(stuck.toString());
  }

  /** A call due now to a customer who speaks so. */
  private static UUID callOf(String language) {
    UUID customer = UUID.randomUUID();
    chain.tells(CustomerMother.customer(customer).speaking(language).build());
    chain.sells(SaleMother.lastNight().of(customer).build(), 1);
    awaitLanguage(customer, language.substring(0, 2));
    return customer;
  }

  private static void awaitLanguage(UUID customer, String language) {
    Awaitility.await(language)
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Chain.count(
                        "select count(*) from call where customer_id = '%s' and language = '%s'"
                            .formatted(customer, language))
                    == 1);
  }
}
