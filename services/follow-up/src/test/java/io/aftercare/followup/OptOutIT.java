package io.aftercare.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader says no by the link in the message. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class OptOutIT {

  private static final Pattern LINK =
      Pattern.compile("List-Unsubscribe: <http://care\\.example(/opt-out/[A-Za-z0-9_-]{43})>");

  private final UUID customer = UUID.randomUUID();

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  /** The link as it stands in a mail that arrived. */
  private String link() {
    Post.onlyBy(customer, "email");
    UUID cause = Post.greets(customer);
    Matcher link = LINK.matcher(Post.mailTo(customer).replaceAll("\r\n\\s+", " "));
    assertThat(link.find()).isTrue();
    Post.becomes(cause, "sent");
    return link.group(1);
  }

  private boolean withdrawn() {
    return Chain.fileHeard(customer).stream().anyMatch(each -> each.startsWith("opt-out"));
  }

  @Test
  void looking_at_the_link_changes_nothing() {
    given()
        .get(link())
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .body(containsString("Yes, stop them"))
        .body(not(containsString("Ann")));

    assertThat(withdrawn()).isFalse();
    assertThat(Chain.count("select count(*) from access_log where who = 'opt-out-link'"))
        .isEqualTo(1);
  }

  @Test
  void the_button_withdraws_the_consent_of_that_purpose_and_channel() {
    String link = link();

    given()
        .formParam("stop", "yes")
        .header("Accept-Language", "zh-CN,zh;q=0.9")
        .post(link)
        .then()
        .statusCode(200)
        .body(containsString("已办理"));

    assertThat(String.join("\n", Chain.fileHeard(customer)))
        .contains("opt-out ", "\"marketing\"", "\"email\"");
  }

  @Test
  void a_mail_program_unsubscribes_in_one_click() {
    given().formParam("List-Unsubscribe", "One-Click").post(link()).then().statusCode(200);

    assertThat(withdrawn()).isTrue();
  }

  @Test
  void a_mail_program_may_send_a_multipart_form() {
    given().multiPart("List-Unsubscribe", "One-Click").post(link()).then().statusCode(200);

    assertThat(withdrawn()).isTrue();
  }

  @Test
  void nothing_is_confirmed_before_it_is_kept() {
    String link = link();
    Chain.fileAnswers(customer, "broken");

    given()
        .formParam("stop", "yes")
        .post(link)
        .then()
        .statusCode(503)
        .header("Retry-After", "60")
        .body(containsString("Nothing has been changed"));

    Chain.fileAnswers(customer, "{}");
    given().formParam("stop", "yes").post(link).then().statusCode(200);
    assertThat(withdrawn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"last", "first", "short", "none"})
  void a_link_that_is_not_ours_leads_nowhere(String wrong) {
    String link = link();
    String path =
        switch (wrong) {
          case "last" ->
              link.substring(0, link.length() - 2)
                  + (link.charAt(link.length() - 2) == 'A' ? "B" : "A")
                  + link.charAt(link.length() - 1);
          case "first" -> "/opt-out/" + (link.charAt(9) == 'A' ? "B" : "A") + link.substring(10);
          case "short" -> link.substring(0, link.length() - 1);
          default -> "/opt-out/" + "A".repeat(43);
        };

    given().get(path).then().statusCode(404).body(containsString("does not work"));
    given().formParam("stop", "yes").post(path).then().statusCode(404);
    assertThat(withdrawn()).isFalse();
  }
}
