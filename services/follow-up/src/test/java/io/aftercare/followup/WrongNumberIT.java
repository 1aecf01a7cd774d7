package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that is somebody else's: the next one is dialled, and at last the store is asked. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class WrongNumberIT {

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
  void a_wrong_number_is_told_to_the_file_and_the_next_one_is_dialled() {
    InHand call = permitted(ann);

    ann.says(call, "wrong-number").statusCode(200).body("state", equalTo("planned"));

    assertThat(Chain.fileHeard(sale.customerId()))
        .anyMatch(
            heard -> heard.startsWith("wrong-number") && heard.contains(CustomerFileStandIn.MARK));
    assertThat(bob.claim().id()).isEqualTo(call.id());
  }

  @Test
  void the_number_that_was_shown_is_marked_whatever_the_file_ranks_first_by_now() {
    InHand call = permitted(ann);
    Chain.fileAnswers(
        sale.customerId(),
        "{\"allowed\": true, \"number\": \"+16175550199\", \"numberMark\": \"other\", \"callee\":"
            + " {\"name\": \"Ann\", \"relation\": \"self\", \"disclose\": \"everything\"}}");

    ann.says(call, "wrong-number").statusCode(200);

    assertThat(Chain.fileHeard(sale.customerId()))
        .filteredOn(heard -> heard.startsWith("wrong-number"))
        .allMatch(heard -> heard.contains(CustomerFileStandIn.MARK))
        .hasSize(1);
  }

  @Test
  void a_wrong_number_that_was_the_last_one_closes_the_call_and_the_store_is_asked() {
    InHand call = permitted(ann);
    Chain.fileRefuses(sale.customerId(), "no-number");

    ann.says(call, "wrong-number").statusCode(200).body("state", equalTo("not-reached"));

    bob.asksForWork().statusCode(204);
    Desk boston = Desk.inStore("ben", "boston-1", "dispenser");
    Desk bangkok = Desk.inStore("ploy", "bangkok-1", "dispenser");
    asked(boston).body("items.customerId", equalTo(List.of(sale.customerId().toString())));
    asked(bangkok).body("items", hasSize(0));
    closes(bangkok).statusCode(404);
    closes(boston).statusCode(204);
    closes(boston).statusCode(404);
    asked(boston).body("items", hasSize(0));
  }

  @Test
  void a_number_that_can_be_dialled_again_answers_the_store() {
    InHand call = ann.claim();
    Chain.fileRefuses(sale.customerId(), "no-number");
    ann.asksToDial(call).statusCode(409);
    Desk boston = Desk.inStore("ben", "boston-1", "dispenser");
    asked(boston).body("items", hasSize(1));
    chain.sells(SaleMother.lastNight().of(sale.customerId()).build(), 1);
    Chain.fileAnswers(
        sale.customerId(),
        "{\"allowed\": true, \"number\": \"+16175550199\", \"numberMark\": \"other\", \"callee\":"
            + " {\"name\": \"Ann\", \"relation\": \"self\", \"disclose\": \"everything\"}}");

    permitted(bob);

    asked(boston).body("items", hasSize(0));
  }

  private static ValidatableResponse asked(Desk store) {
    return store.request().get("/number-requests").then().statusCode(200);
  }

  private ValidatableResponse closes(Desk store) {
    return store
        .request()
        .body("{}")
        .post("/number-requests/{customer}/close", sale.customerId())
        .then();
  }

  private static InHand permitted(Desk who) {
    InHand call = who.claim();
    who.asksToDial(call).statusCode(200);
    return call;
  }
}
