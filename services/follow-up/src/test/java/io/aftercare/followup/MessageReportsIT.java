package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers say became of messages. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class MessageReportsIT {

  private final UUID customer = UUID.randomUUID();

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void the_provider_says_that_it_arrived() {
    UUID cause = Post.greets(customer);
    Post.becomes(cause, "sent");
    String arrived = "{\"messageId\": \"%s\", \"state\": \"delivered\"}".formatted(Post.id(cause));

    Post.reports(arrived).statusCode(204);
    Post.reports(arrived).statusCode(204);

    Post.becomes(cause, "delivered");
    Post.reports(arrived.replace("delivered", "failed")).statusCode(204);
    Post.becomes(cause, "delivered");
  }

  @Test
  void the_provider_says_that_it_never_will() {
    UUID cause = Post.greets(customer);
    Post.becomes(cause, "sent");

    Post.reports(
            "{\"messageId\": \"%s\", \"state\": \"failed\", \"reason\": \"number-unreachable\"}"
                .formatted(Post.id(cause)))
        .statusCode(204);

    Post.becomes(cause, "failed");
    assertThat(Post.reason(cause)).isEqualTo("number-unreachable");
  }

  @Test
  void only_the_provider_reports() {
    UUID cause = Post.greets(customer);
    Post.becomes(cause, "sent");
    String body = "{\"messageId\": \"%s\", \"state\": \"delivered\"}".formatted(Post.id(cause));
    String now = String.valueOf(AdjustableClock.now().getEpochSecond());
    String old = String.valueOf(AdjustableClock.now().minusSeconds(600).getEpochSecond());

    Post.reports(body, now, "v1=00").statusCode(401);
    Post.reports(body + " ", now, Post.signature(now, body)).statusCode(401);
    Post.reports(body, old, Post.signature(old, body))
        .statusCode(401)
        .body("type", equalTo("urn:aftercare:problem:bad-signature"));
    Post.becomes(cause, "sent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\": \"delivered\"} | 400",
        "{\"messageId\": \"11111111-2222-3333-4444-555555555555\", \"state\": \"read\"} | 400",
        "{\"messageId\": \"11111111-2222-3333-4444-555555555555\", \"state\": \"failed\", \"reason\": \"A b\"} | 400",
        "{\"messageId\": \"x\", \"state\": \"delivered\"} | 400",
        "{\"messageId\": \"11111111-2222-3333-4444-555555555555\", \"state\": \"delivered\", \"who\": 1} | 400",
        "null | 400",
        "nonsense | 400",
        "{\"messageId\": \"11111111-2222-3333-4444-555555555555\", \"state\": \"delivered\"} | 404"
      })
  void a_report_that_makes_no_sense_is_refused(String body, int status) {
    Post.reports(body).statusCode(status);
  }
}
