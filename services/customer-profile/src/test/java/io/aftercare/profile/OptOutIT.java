package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody followed the link in a message and wants no more of its kind. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class OptOutIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  private final Somebody ada = Somebody.isNew().withPhone(Somebody.freshNumber());
  private final FollowUp message = FollowUp.calling();

  @Test
  void the_consent_of_that_purpose_and_channel_is_withdrawn_and_no_other() {
    BOSTON.knows(ada.who("given", "marketing", "sms").who("given", "reminders", "sms"));

    message.hearsOptOut(ada.id(), "marketing", "sms").then().statusCode(204);

    BOSTON
        .hears(ada.id(), "given", "reminders", "sms")
        .then()
        .body("consents.find { it.purpose == 'marketing' }.state", equalTo("withdrawn"))
        .body("consents.find { it.purpose == 'reminders' }.state", equalTo("given"));
  }

  @Test
  void a_no_to_what_was_never_asked_is_kept_too() {
    BOSTON.knows(ada);

    message.hearsOptOut(ada.id(), "reminders", "email").then().statusCode(204);

    BOSTON
        .hears(ada.id(), "given", "marketing", "sms")
        .then()
        .body("consents.find { it.channel == 'email' }.state", equalTo("withdrawn"));
  }

  @Test
  void said_twice_it_counts_once() {
    BOSTON.knows(ada);
    message.hearsOptOut(ada.id(), "marketing", "sms").then().statusCode(204);
    long version = BOSTON.reads(ada.id()).getLong("version");

    message.hearsOptOut(ada.id(), "marketing", "sms").then().statusCode(204);

    assertThat(BOSTON.reads(ada.id()).getLong("version")).isEqualTo(version);
  }

  @Test
  void what_makes_no_sense_is_refused_field_by_field() {
    BOSTON.knows(ada);

    message.hearsOptOut(ada.id(), "marketing", "pigeon").then().statusCode(400);
    message.hearsOptOut(UUID.randomUUID(), "marketing", "sms").then().statusCode(404);
  }
}
