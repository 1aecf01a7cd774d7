package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.ServiceRequestEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer hears of a service that a store promised them. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class ServiceRequestsIT {

  /** Six in the evening in Boston. */
  private static final Instant TONIGHT = Instant.parse("2026-03-10T22:00:00Z");

  private final Desk cora = Desk.careManager("cora");
  private final UUID customer = UUID.randomUUID();
  private final UUID request = UUID.randomUUID();
  private Chain chain;

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
    chain = new Chain();
    chain.tells(customer(customer).livingIn("America/New_York").build());
    Awaitility.await()
        .until(
            () ->
                Chain.count(
                        "select count(*) from known_customer where id = '%s'".formatted(customer))
                    == 1);
  }

  @AfterEach
  void close() throws InterruptedException {
    chain.close();
    cora.request().post("/programmes/service-request/resume").then().statusCode(204);
  }

  private ServiceRequestEvent delivery(long version, String state, Instant promise) {
    return new ServiceRequestEvent(
        request, version, state, "delivery", "boston-1", null, customer, promise, TONIGHT);
  }

  /** What has come by SMS, as soon as it is so much. */
  private List<String> hears(int messages) {
    return Awaitility.await(messages + " messages to " + customer)
        .atMost(Duration.ofSeconds(20))
        .until(() -> Post.smsTo(customer), all -> all.size() == messages);
  }

  @Test
  void each_change_that_matters_is_told_once_and_no_cap_holds_it_back() {
    chain.tells(delivery(1, "open", TONIGHT));
    assertThat(hears(1).getLast()).contains("your delivery is promised for Tue 10 Mar, 18:00");

    // That somebody set to work is no news, and neither is what was heard before.
    chain.tells(delivery(2, "under-way", TONIGHT));
    chain.tells(delivery(1, "open", TONIGHT));
    chain.tells(delivery(3, "under-way", TONIGHT.plus(Duration.ofHours(2))));
    assertThat(hears(2).getLast()).contains("is now promised for Tue 10 Mar, 20:00");

    chain.tells(delivery(4, "done", TONIGHT.plus(Duration.ofHours(2))));
    assertThat(hears(3).getLast()).contains("your delivery has been made");
  }

  @Test
  void it_is_told_to_the_house_as_a_message_of_its_programme() {
    chain.tells(delivery(1, "open", TONIGHT));
    hears(1);

    JsonNode told = chain.awaits(EventTypes.MESSAGE_SCHEDULED, Post.id(request));
    assertThat(told.get("programme").asText()).isEqualTo("service-request");
    assertThat(told.get("purpose").asText()).isEqualTo("reminders");
    assertThat(told.get("causeId").asText()).isEqualTo(request.toString());
  }

  @Test
  void what_has_not_gone_is_overtaken_by_what_is_so_now() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T06:00"));
    chain.tells(delivery(1, "open", TONIGHT));
    Awaitility.await().until(() -> Post.id(request) != null);
    chain.tells(delivery(2, "cancelled", TONIGHT));
    Awaitility.await()
        .until(
            () ->
                Chain.count(
                        "select count(*) from message where cause_id = '%s' and reason = 'overtaken'"
                            .formatted(request))
                    == 1);

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:01"));
    assertThat(hears(1).getFirst()).contains("your delivery cannot be as we promised");
  }

  @Test
  void a_promise_that_would_be_over_before_it_may_be_told_is_not_told() {
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T06:00"));
    chain.tells(delivery(1, "open", Instant.parse("2026-03-10T11:00:00Z")));
    Post.becomes(request, "expired");
    assertThat(Post.reason(request)).isEqualTo("window-closed");

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:01"));
    chain.tells(delivery(2, "open", TONIGHT));

    assertThat(hears(1).getFirst()).contains("is now promised for Tue 10 Mar, 18:00");
  }

  @Test
  void a_promise_that_is_over_when_its_programme_goes_on_is_not_told() {
    cora.request().post("/programmes/service-request/pause").then().statusCode(204);
    chain.tells(delivery(1, "open", TONIGHT));
    Awaitility.await().until(() -> Post.id(request) != null);
    assertThat(
            Chain.text(
                "select closes_at = '%s' from message where cause_id = '%s'"
                    .formatted(TONIGHT, request)))
        .isEqualTo("t");

    AdjustableClock.at(TONIGHT.plusSeconds(1));

    Post.becomes(request, "expired");
  }

  @Test
  void who_does_not_want_to_be_written_to_is_not() {
    Post.fileRefuses(customer, "sms", "consent-withdrawn");
    Post.fileRefuses(customer, "email", "consent-withdrawn");
    chain.tells(delivery(1, "open", TONIGHT));

    Post.becomes(request, "opted-out");
    assertThat(Post.smsTo(customer)).isEmpty();
  }
}
