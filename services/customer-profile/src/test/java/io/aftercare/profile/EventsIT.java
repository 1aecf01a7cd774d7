package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class EventsIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  private EventProbe probe;

  @BeforeEach
  void listen() {
    probe = EventProbe.on(Topics.CUSTOMERS);
  }

  @AfterEach
  void leave() throws InterruptedException {
    probe.close();
  }

  @Test
  void a_registration_tells_what_rules_need_and_nothing_else() {
    var ada =
        Somebody.isNew()
            .with("birthDate", "1950-03-21")
            .with("window", Map.of("from", "09:00", "to", "12:30"))
            .withPhone(Somebody.freshNumber())
            .withCaregiver("Ngozi", "daughter", Somebody.freshNumber(), "care-calls")
            .who("given", "care-calls", "call")
            .who("declined", "marketing", "sms");
    BOSTON.knows(ada);

    JsonNode told = probe.await(EventTypes.CUSTOMER_REGISTERED, ada.id());

    assertThat(told.toString())
        .isEqualTo(
            """
            {"customerId":"%s","version":1,"status":"active","birthMonth":"1950-03","zone":"America/New_York",\
            "window":{"from":"09:00:00","to":"12:30:00"},"languages":["ig","en"],"caregiver":true,"doNotCall":false,\
            "consents":[{"purpose":"care-calls","channel":"call","state":"given"},\
            {"purpose":"marketing","channel":"sms","state":"declined"}],"numbers":1}"""
                .formatted(ada.id()));
  }

  @Test
  void what_is_not_known_is_not_told() {
    var ada =
        Somebody.isNew().withCaregiver("Nosy", "neighbour", Somebody.freshNumber(), "nothing");
    BOSTON.knows(ada);

    JsonNode told = probe.await(EventTypes.CUSTOMER_REGISTERED, ada.id());

    assertThat(told.has("birthMonth")).isFalse();
    assertThat(told.has("window")).isFalse();
    assertThat(told.get("caregiver").asBoolean()).isFalse();
    assertThat(told.get("consents")).isEmpty();
  }

  @Test
  void a_number_that_turns_out_to_be_wrong_counts_no_more() {
    String phone = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(phone).withPhone(Somebody.freshNumber());
    BOSTON.knows(ada);
    assertThat(probe.await(EventTypes.CUSTOMER_REGISTERED, ada.id()).get("numbers").asInt())
        .isEqualTo(2);

    FollowUp.calling().reachesSomebodyElse(ada.id(), phone).then().statusCode(204);

    assertThat(probe.await(EventTypes.CUSTOMER_CHANGED, ada.id()).get("numbers").asInt())
        .isEqualTo(1);
  }

  @Test
  void every_change_is_told_with_the_next_version() {
    var ada = Somebody.isNew();
    var call = FollowUp.calling();
    BOSTON.knows(ada);
    BOSTON.corrects(
        ada.id(),
        "\"1\"",
        Somebody.isNew().with("id", ada.id().toString()).with("zone", "America/Chicago"));
    BOSTON.hears(ada.id(), "withdrawn", "care-calls", "call");
    call.hearsDoNotCall(ada.id());
    call.hearsOfDeath(ada.id());

    JsonNode last =
        probe.await(
            EventTypes.CUSTOMER_CHANGED,
            ada.id(),
            data -> data.get("status").asText().equals("deceased"));

    assertThat(last.get("version").asLong()).isEqualTo(5);
    assertThat(last.get("zone").asText()).isEqualTo("America/Chicago");
    assertThat(last.get("doNotCall").asBoolean()).isTrue();
    assertThat(last.get("consents").get(0).get("state").asText()).isEqualTo("withdrawn");
    assertThat(versions(EventTypes.CUSTOMER_REGISTERED, ada)).containsExactly("1");
    assertThat(versions(EventTypes.CUSTOMER_CHANGED, ada)).containsExactly("2", "4", "5");
    assertThat(versions(EventTypes.CONSENT_CHANGED, ada)).containsExactly("3");
  }

  @Test
  void a_repeat_is_not_told_again() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);
    BOSTON.registers(ada);
    BOSTON.hears(ada.id(), "given", "care-calls", "call");
    BOSTON.hears(ada.id(), "given", "care-calls", "call");
    FollowUp.calling().hearsDoNotCall(ada.id());

    probe.await(EventTypes.CUSTOMER_CHANGED, ada.id());

    assertThat(versions(EventTypes.CUSTOMER_REGISTERED, ada)).containsExactly("1");
    assertThat(versions(EventTypes.CONSENT_CHANGED, ada)).containsExactly("2");
    assertThat(versions(EventTypes.CUSTOMER_CHANGED, ada)).containsExactly("3");
  }

  @Test
  void everybody_in_a_batch_is_told_of() {
    var people = IntStream.range(0, 50).mapToObj(i -> Somebody.isNew()).toList();
    BOSTON.registersAll(people.stream().map(Somebody::particulars).toList());

    for (Somebody person : people) {
      assertThat(probe.await(EventTypes.CUSTOMER_REGISTERED, person.id()).get("version").asLong())
          .isEqualTo(1);
    }
  }

  private List<String> versions(String type, Somebody of) {
    return probe.events(type, of.id()).stream()
        .map(event -> String.valueOf(EventProbe.header(event, "ce_aggregateversion")))
        .toList();
  }
}
