package io.aftercare.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.followup.message.Channel;
import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a customer at the counter. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class InPersonIT {

  private final UUID customer = UUID.randomUUID();
  private final UUID cause = UUID.randomUUID();
  private Chain chain;

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
    chain = new Chain();
  }

  @AfterEach
  void close() throws InterruptedException {
    chain.close();
  }

  private static RequestSpecification at(String store) {
    return given().auth().oauth2(Tokens.of("dora", store, "dispenser"));
  }

  private void waitsAt(String store) {
    Post.plans(cause, customer, "greeting", "birthday", Channel.IN_PERSON, store);
  }

  @Test
  void it_is_shown_at_the_counter_said_and_told() {
    waitsAt("boston-1");

    at("boston-1")
        .get("/in-person?customerId=" + customer)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].programme", equalTo("greeting"))
        .body("items[0].lines", hasItem("Greet by the preferred name."));
    at("boston-1").post("/in-person/{id}/done", Post.id(cause)).then().statusCode(200);
    at("boston-1").post("/in-person/{id}/done", Post.id(cause)).then().statusCode(200);

    at("boston-1").get("/in-person?customerId=" + customer).then().body("items.size()", equalTo(0));
    JsonNode told = chain.awaits(EventTypes.MESSAGE_CHANGED, Post.id(cause));
    assertThat(told.get("state").asText()).isEqualTo("done");
    assertThat(told.get("channel").asText()).isEqualTo("in-person");
    assertThat(Chain.text("select done_by from message")).isEqualTo(Tokens.subject("dora"));
    assertThat(
            Chain.count(
                "select count(*) from access_log where what = 'GET /in-person' and customers = array['%s'::uuid]"
                    .formatted(customer)))
        .isEqualTo(1);
    assertThat(Post.smsTo(customer)).isEmpty();
  }

  @Test
  void another_store_sees_nothing_of_it() {
    waitsAt("boston-1");

    at("bangkok-1")
        .get("/in-person?customerId=" + customer)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    at("bangkok-1").post("/in-person/{id}/done", Post.id(cause)).then().statusCode(404);
  }

  @Test
  void what_speaks_for_the_chain_is_said_in_any_store() {
    waitsAt(null);

    at("bangkok-1")
        .get("/in-person?customerId=" + customer)
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void a_customer_who_does_not_come_by_is_not_waited_for_for_ever() {
    waitsAt("boston-1");
    AdjustableClock.boston(LocalDateTime.parse("2026-03-20T11:00"));

    Post.becomes(cause, "expired");
    at("boston-1").post("/in-person/{id}/done", Post.id(cause)).then().statusCode(409);
  }

  @Test
  void a_question_without_a_customer_is_no_question() {
    at("boston-1").get("/in-person").then().statusCode(400);
    at("boston-1").get("/in-person?customerId=ann").then().statusCode(400);
    at("boston-1").get("/in-person?customer=" + customer).then().statusCode(400);
  }
}
