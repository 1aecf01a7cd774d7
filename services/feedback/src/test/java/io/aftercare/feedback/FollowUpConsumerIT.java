package io.aftercare.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class FollowUpConsumerIT {

  private final Desk desk = Desk.of("sue", "supervisor");
  private final String store = "store-" + UUID.randomUUID();
  private CallCentre callCentre;
  private EventProbe feedback;

  @BeforeEach
  void listen() {
    callCentre = new CallCentre();
    feedback = EventProbe.on(Topics.FEEDBACK);
  }

  @AfterEach
  void hangUp() throws InterruptedException {
    callCentre.close();
    feedback.close();
  }

  @Test
  void anAnswerIsKeptAndTold() {
    Call call = Call.done(store).answering(5);

    callCentre.tells(call);

    JsonPath answers = desk.waitsFor(1, "/surveys?storeId=" + store);
    String id = answers.getString("items[0].id");
    JsonNode told = feedback.await(EventTypes.SURVEY_ANSWERED, id);
    assertThat(answers.getMap("items[0]"))
        .containsEntry("kind", "csat")
        .containsEntry("score", 5)
        .containsEntry("customerId", call.customerId().toString())
        .containsEntry("callId", call.id().toString())
        .containsEntry("storeId", store)
        .containsEntry("programme", "wellbeing")
        .containsEntry("answeredAt", call.at().toString());
    assertThat(told.path("surveyId").asText()).isEqualTo(id);
    assertThat(told.path("version").asLong()).isEqualTo(1);
    assertThat(told.path("score").asInt()).isEqualTo(5);
    assertThat(told.path("callId").asText()).isEqualTo(call.id().toString());
    assertThat(told.path("answeredAt").asText()).isEqualTo(call.at().toString());
  }

  @Test
  void whatComesTwiceOrLateOrAgainNewerCountsOnce() {
    Call call = Call.done(store).version(3).answering(5);

    callCentre.tells(call);
    callCentre.tells(call);
    callCentre.tells(call.version(2).answering(1));
    callCentre.tells(call.version(4).answering(2));
    callCentre.waitsUntilHeard(call);

    JsonPath answers = desk.page("/surveys?storeId=" + store);
    assertThat(answers.getList("items.score")).containsExactly(5);
    String id = answers.getString("items[0].id");
    feedback.await(EventTypes.SURVEY_ANSWERED, id);
    assertThat(feedback.events(EventTypes.SURVEY_ANSWERED, id)).hasSize(1);
  }

  @Test
  void aComplaintIsOpenedAndTold() {
    Call call = Call.done(store).complaining("wait");

    callCentre.tells(call);

    JsonPath complaints = desk.waitsFor(1, "/complaints?storeId=" + store);
    String id = complaints.getString("items[0].id");
    JsonNode told = feedback.await(EventTypes.COMPLAINT_OPENED, id);
    assertThat(complaints.getMap("items[0]"))
        .containsEntry("status", "open")
        .containsEntry("category", "wait")
        .containsEntry("customerId", call.customerId().toString())
        .containsEntry("callId", call.id().toString())
        .containsEntry("saleId", call.saleId().toString())
        .containsEntry("openedAt", call.at().toString());
    assertThat(told.path("status").asText()).isEqualTo("open");
    assertThat(told.path("category").asText()).isEqualTo("wait");
    assertThat(told.path("saleId").asText()).isEqualTo(call.saleId().toString());
    assertThat(desk.page("/surveys?storeId=" + store).getList("items")).isEmpty();
  }

  @Test
  void aComplaintIsOpenedOnceHoweverOftenItIsTold() {
    Call call = Call.done(store).complaining("price").answering(1);

    callCentre.tells(call);
    callCentre.tells(call);
    callCentre.tells(call.version(7));
    callCentre.waitsUntilHeard(call);

    JsonPath complaints = desk.page("/complaints?storeId=" + store);
    assertThat(complaints.getList("items")).hasSize(1);
    assertThat(desk.page("/surveys?storeId=" + store).getList("items.score")).containsExactly(1);
    String id = complaints.getString("items[0].id");
    feedback.await(EventTypes.COMPLAINT_OPENED, id);
    assertThat(feedback.events(EventTypes.COMPLAINT_OPENED, id)).hasSize(1);
  }

  @Test
  void aConversationAboutSeveralCallsOpensOneComplaint() {
    Call leading = Call.done(store).complaining("wait");
    Call topic = Call.done(store).complaining("wait");

    callCentre.tells(topic, callCentre.data(topic).put("conversationId", leading.id().toString()));
    callCentre.tells(
        leading, callCentre.data(leading).put("conversationId", leading.id().toString()));
    callCentre.waitsUntilHeard(topic);

    JsonPath complaints = desk.waitsFor(1, "/complaints?storeId=" + store);
    assertThat(complaints.getString("items[0].callId")).isEqualTo(leading.id().toString());
  }

  @Test
  void whatWasPutRightIsToldOnce() {
    callCentre.tells(Call.done(store).complaining("wait"));
    String id = desk.waitsFor(1, "/complaints?storeId=" + store).getString("items[0].id");

    JsonPath resolved = desk.resolves(id).then().statusCode(200).extract().jsonPath();
    desk.resolves(id).then().statusCode(200);
    desk.resolves(UUID.randomUUID().toString()).then().statusCode(404);

    JsonNode told = feedback.await(EventTypes.COMPLAINT_RESOLVED, id);
    assertThat(resolved.getString("status")).isEqualTo("resolved");
    assertThat(told.path("status").asText()).isEqualTo("resolved");
    assertThat(told.path("version").asLong()).isEqualTo(2);
    assertThat(told.path("resolvedAt").asText()).isEqualTo(resolved.getString("resolvedAt"));
    assertThat(feedback.events(EventTypes.COMPLAINT_RESOLVED, id)).hasSize(1);
    assertThat(desk.page("/complaints?status=resolved&storeId=" + store).getList("items.id"))
        .containsExactly(id);
    assertThat(desk.page("/complaints?status=open&storeId=" + store).getList("items")).isEmpty();
  }

  @Test
  void aCallThatIsNotDoneSaysNothingYet() {
    Call call = Call.done(store).answering(4);

    callCentre.tells(call.version(2).notYetDone());
    callCentre.tells(call.version(3));

    JsonPath answers = desk.waitsFor(1, "/surveys?storeId=" + store);
    assertThat(answers.getList("items.score")).containsExactly(4);
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() {
    Call call = Call.done(store).answering(3);
    ObjectNode later = callCentre.data(call).put("addedLater", "ignored");

    callCentre.tells(call, later);

    desk.waitsFor(1, "/surveys?storeId=" + store);
  }

  @Test
  void poisonIsSetAsideWithItsReasonAndStopsNothing() {
    Call nonsense = Call.done(store);
    Call offTheScale = Call.done(store).answering(9);
    UUID headless = UUID.randomUUID();

    callCentre.tells(Call.done(store).answering(1));
    callCentre.tellsNonsense(nonsense);
    callCentre.tells(Call.done(store).answering(2));
    callCentre.tells(offTheScale);
    callCentre.tellsWithoutHeaders(headless);
    callCentre.tells(Call.done(store).answering(3));

    desk.waitsFor(3, "/surveys?storeId=" + store);
    assertThat(reason(nonsense.id())).contains("FollowUpEvent");
    assertThat(reason(offTheScale.id())).contains("score_within_kind");
    assertThat(reason(headless)).contains("ce_id");
    var letter = callCentre.seesSetAside(offTheScale.id());
    assertThat(EventProbe.header(letter, "dead-letter-topic")).isEqualTo(Topics.FOLLOW_UPS);
    assertThat(EventProbe.header(letter, "ce_subject")).isEqualTo(offTheScale.id().toString());
    assertThat(EventProbe.data(letter).toString())
        .isEqualTo(callCentre.data(offTheScale).toString());
  }

  private String reason(UUID key) {
    return EventProbe.header(callCentre.seesSetAside(key), "dead-letter-reason");
  }
}
