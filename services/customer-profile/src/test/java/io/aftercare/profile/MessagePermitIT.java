package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MessagePermitIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  @Inject AgroalDataSource database;

  private final FollowUp message = FollowUp.calling();

  @ParameterizedTest
  @CsvSource({
    "email, ada@example.org",
    "wechat, ada_okafor",
    "post, '12 Elm Street\nBoston MA 02108\nUS'"
  })
  void a_permit_says_where_to_send_and_whom_to_greet(String channel, String address) {
    var ada = reachable().who("given", "reminders", channel);
    BOSTON.knows(ada);

    message
        .wantsToSend(ada.id(), "reminders", channel)
        .then()
        .statusCode(200)
        .body("allowed", equalTo(true))
        .body("address", equalTo(address))
        .body("language", equalTo("ig"))
        .body("preferredName", equalTo("Mama Ada"))
        .body("reason", nullValue());
  }

  @Test
  void a_text_goes_to_the_mobile_that_is_hers_today() {
    String mobile = Somebody.freshNumber();
    var ada =
        Somebody.isNew()
            .withPhone(Somebody.freshNumber(), "mobile", Map.of("validTo", "2020-12-31"))
            .withPhone(Somebody.freshNumber(), "home", Map.of())
            .withPhone(mobile, "mobile", Map.of("validFrom", "2021-01-01"))
            .who("given", "marketing", "sms");
    BOSTON.knows(ada);

    message.wantsToSend(ada.id(), "marketing", "sms").then().body("address", equalTo(mobile));
  }

  @Test
  void who_withdraws_gets_no_message_from_that_moment_on() {
    var ada = reachable().who("given", "marketing", "email");
    BOSTON.knows(ada);
    message.wantsToSend(ada.id(), "marketing", "email").then().body("allowed", equalTo(true));

    BOSTON.hears(ada.id(), "withdrawn", "marketing", "email").then().statusCode(200);

    assertRefused(ada.id(), "marketing", "email", "consent-withdrawn");
  }

  @Test
  void a_refusal_has_a_name() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada.who("given", "reminders", "email"));

    assertRefused(ada.id(), "reminders", "email", "no-address");
    assertRefused(ada.id(), "reminders", "sms", "consent-not-given");
    assertRefused(UUID.randomUUID(), "reminders", "email", "customer-unknown");
    message.hearsDoNotCall(ada.id()).then().statusCode(204);
    assertRefused(ada.id(), "care-calls", "wechat", "do-not-call");
    message.hearsOfDeath(ada.id()).then().statusCode(204);
    assertRefused(ada.id(), "reminders", "email", "deceased");
  }

  @Test
  void each_answer_leaves_a_record_of_who_asked_and_for_which_message() throws SQLException {
    var ada = reachable().who("given", "reminders", "email");
    BOSTON.knows(ada);

    message.wantsToSend(ada.id(), "reminders", "email").then().statusCode(200);

    assertThat(new Ledger(database).readsOf(ada.id()))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.who()).isEqualTo(Tokens.subject("follow-up"));
              assertThat(read.what())
                  .isEqualTo(
                      "POST /customers/{id}/message-permit, message %s".formatted(message.call()));
            });
  }

  @Test
  void a_call_is_no_message() {
    message
        .wantsToSend(UUID.randomUUID(), "reminders", "call")
        .then()
        .statusCode(400)
        .body("violations.field", contains("channel"));
    message.wantsToSend(UUID.randomUUID(), "gossip", "sms").then().statusCode(400);
  }

  private static Somebody reachable() {
    return Somebody.isNew()
        .with("preferredName", "Mama Ada")
        .with("email", "ada@example.org")
        .with("wechat", "ada_okafor")
        .withAddress("home", "12 Elm Street");
  }

  private void assertRefused(UUID customer, String purpose, String channel, String reason) {
    message
        .wantsToSend(customer, purpose, channel)
        .then()
        .statusCode(200)
        .body("allowed", equalTo(false))
        .body("reason", equalTo(reason))
        .body("address", nullValue())
        .body("preferredName", nullValue());
  }
}
