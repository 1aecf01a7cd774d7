package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a supervisor sees ahead, and moves. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class SupervisionIT {

  private final Desk sue = Desk.supervisor();
  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
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

  private ValidatableResponse asks(String path) {
    return sue.request().get(path).then();
  }

  @Test
  void tomorrow_is_made_of_what_is_planned() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-09T22:00"));
    chain.sells(SaleMother.at("2026-03-09T21:30:00-04:00").first().build(), 1);
    chain.sells(SaleMother.at("2026-03-09T21:40:00-04:00").first().build(), 1);

    asks("/supervision/forecast?zone=America/New_York")
        .statusCode(200)
        .body("date", equalTo("2026-03-10"))
        .body("skills.skill", contains("agent", "pharmacist"))
        .body("skills[0].measured", equalTo(false))
        .body("skills[0].handling", equalTo("PT5M30S"))
        .body("skills[0].hours.hour", contains(9))
        .body("skills[0].hours[0].planned", equalTo(2.0f))
        .body("skills[0].hours[0].arriving", equalTo(0.0f))
        .body("skills[0].hours[0].agents", equalTo(1))
        .body("skills[1].hours", empty());
  }

  @Test
  void what_arrived_late_on_the_same_weekdays_is_expected_again() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-03T11:00"));
    for (int sale = 0; sale < 4; sale++) {
      chain.sells(SaleMother.at("2026-03-02T23:50:00-05:00").first().build(), 1);
    }

    AdjustableClock.boston(LocalDateTime.parse("2026-03-09T18:00"));

    // Four in one of the four weeks that are looked back over.
    asks("/supervision/forecast?zone=America/New_York")
        .statusCode(200)
        .body("skills[0].hours.hour", contains(9))
        .body("skills[0].hours[0].planned", equalTo(0.0f))
        .body("skills[0].hours[0].arriving", equalTo(1.0f));
  }

  @Test
  void how_long_a_call_takes_is_measured_once_enough_have_been_made() {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand call = ann.works("done-well");
    Chain.sql(
        """
        insert into attempt (call_id, epoch, customer_id, agent, permitted_at, ended_at, disposition, answered)
        select call_id, 100 + n, customer_id, agent, permitted_at, permitted_at + interval '200 seconds', 'done-well', true
        from attempt, generate_series(1, 100) n where call_id = '%s'
        """
            .formatted(call.id()));
    Chain.sql("delete from attempt where epoch < 100");
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusHours(1));

    asks("/supervision/forecast")
        .statusCode(200)
        .body("skills[0].measured", equalTo(true))
        .body("skills[0].handling", equalTo("PT3M50S"));
  }

  @Test
  void when_people_answer_is_told_by_hour_and_age_and_no_name() {
    chain.sells(SaleMother.lastNight().build(), 1);
    ann.works("no-answer");
    AdjustableClock.boston(AdjustableClock.TUESDAY.plusMinutes(1));

    asks("/supervision/answer-rates")
        .statusCode(200)
        .body("segments.segment", contains("unknown"))
        .body("segments[0].hours.hour", contains(11))
        .body("segments[0].hours[0].dialled", equalTo(1))
        .body("segments[0].hours[0].answered", equalTo(0))
        .body("segments[0].proposals", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"date=tomorrow", "date=2026-02-30", "zone=Boston", "zone=%27", "day=2026-03-10"})
  void a_day_that_is_none_is_refused(String query) {
    asks("/supervision/forecast?" + query).statusCode(400);
  }

  @Test
  void messages_are_listed_with_their_readers_on_record() {
    UUID customer = UUID.randomUUID();
    UUID cause = Post.greets(customer);
    Post.becomes(cause, "sent");

    asks("/messages?state=sent&customerId=" + customer)
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].channel", equalTo("sms"))
        .body("items[0].template", equalTo("birthday"));
    assertThat(
            Chain.count(
                "select count(*) from access_log where what = 'GET /messages' and customers = array['%s'::uuid]"
                    .formatted(customer)))
        .isEqualTo(1);
    asks("/messages?state=read").statusCode(400);
    asks("/messages/summary").statusCode(200).body("channels", hasItems("sms", "email"));
  }
}
