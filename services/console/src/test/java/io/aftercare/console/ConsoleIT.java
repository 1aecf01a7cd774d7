package io.aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.console.bench.Browser;
import io.aftercare.console.bench.Desk;
import io.aftercare.console.bench.LogIn;
import io.aftercare.console.bench.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ConsoleIT {

  private static final String CALL = "0190f3a0-0000-7000-8000-000000000001";

  /** Less than what a token must still have when it is passed on. */
  private static final Duration NEARLY_OVER = Duration.ofSeconds(20);

  LogIn logIn;
  Desk followUp;

  @BeforeEach
  void calm() {
    logIn.behave();
    followUp.answers(204, Map.of(), "");
  }

  @Test
  void aPageLeadsToTheLogIn() {
    var answer = Browser.fresh().get("/");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location"))
        .contains("/realms/aftercare/auth?", "code_challenge_method=S256", "%2Flogin%2Freturn");
  }

  @Test
  void anApiCallWithoutSessionIsToldInsteadOfLedAway() {
    var answer = Browser.fresh().get("/api/me");

    assertProblem(answer, 401, "logged-out");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void afterTheLogInThePageIsThere() {
    var page = Browser.loggedIn().get("/queue");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<div id=\"root\">");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void everyViewIsThePage() {
    var browser = Browser.loggedIn();

    for (var view :
        List.of(
            "/programmes",
            "/staffing",
            "/team",
            "/messages",
            "/counter",
            "/transfers",
            "/reactions",
            "/customers",
            "/segments",
            "/privacy")) {
      var page = browser.get(view);
      assertThat(page.body()).contains("<div id=\"root\">");
      assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void theBrowserHoldsNoReadableToken() {
    var browser = Browser.loggedIn();

    assertThat(browser.cookies())
        .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.isHttpOnly())
        .noneMatch(cookie -> cookie.getValue().contains("eyJhbGciOiJSUzI1NiI"));
  }

  @Test
  void thePageLearnsWhoIsLoggedIn() {
    var me = new JsonObject(Browser.loggedIn().get("/api/me").body());

    assertThat(me.getString("name")).isEqualTo("Ann Agent");
    assertThat(me.getJsonArray("roles")).containsExactly("agent");
    assertThat(me.getInstant("time")).isNotNull();
    assertThat(me.containsKey("store")).isFalse();
  }

  @Test
  void whatIsNamedByItsContentIsKeptForever() {
    var script = Pattern.compile("/assets/[^\"]+\\.js").matcher(Browser.loggedIn().get("/").body());
    assertThat(script.find()).isTrue();

    var answer = Browser.fresh().get(script.group());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).contains("immutable", "max-age=31536000");
  }

  @Test
  void aRequestTravelsWithTheUsersToken() {
    followUp.answers(
        200, Map.of("Content-Type", "application/json", "ETag", "\"7\""), "{\"epoch\":7}");

    var answer =
        Browser.loggedIn().post("/api/follow-up/calls/" + CALL + "/heartbeat", "{\"epoch\":7}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"epoch\":7}");
    assertThat(header(answer, "ETag")).isEqualTo("\"7\"");
    var arrived = followUp.asked().getFirst();
    assertThat(arrived.address()).isEqualTo("/calls/" + CALL + "/heartbeat");
    assertThat(arrived.body()).isEqualTo("{\"epoch\":7}");
    assertThat(arrived.headers().get("Authorization")).startsWith("Bearer eyJ");
    assertThat(arrived.headers()).doesNotContainKey("Cookie");
  }

  @Test
  void addressesInAnAnswerLeadThroughTheConsole() {
    followUp.answers(
        200,
        Map.of(
            "Link", "<$desk/calls?cursor=b&limit=2>; rel=\"next\"", "Location", "/calls/" + CALL),
        "{\"items\":[]}");

    var answer = Browser.loggedIn().get("/api/follow-up/calls?limit=2");

    assertThat(followUp.asked().getFirst().address()).isEqualTo("/calls?limit=2");
    assertThat(header(answer, "Link"))
        .isEqualTo("</api/follow-up/calls?cursor=b&limit=2>; rel=\"next\"");
    assertThat(header(answer, "Location")).isEqualTo("/api/follow-up/calls/" + CALL);
  }

  @Test
  void aServicesNoArrivesAsItIs() {
    followUp.answers(
        409,
        Map.of("Content-Type", "application/problem+json"),
        "{\"type\":\"urn:aftercare:problem:stale-epoch\",\"status\":409}");

    var answer = Browser.loggedIn().post("/api/follow-up/calls/" + CALL + "/outcome", "{}");

    assertProblem(answer, 409, "stale-epoch");
  }

  @Test
  void aServiceThatIsDownIsNamed() {
    var answer = Browser.loggedIn().get("/api/sales/stores/boston-1");

    assertProblem(answer, 503, "service-unavailable");
    assertThat(new JsonObject(answer.body()).getString("service")).isEqualTo("sales");
    assertThat(header(answer, "Retry-After")).isEqualTo("3");
  }

  @Test
  void allAboutACustomerMayBeLargerThanAList() {
    var large = "x".repeat(5 << 20);
    followUp.answers(200, Map.of("Content-Type", "application/zip"), large);
    var browser = Browser.loggedIn();

    var archive = browser.get("/api/customer-profile/customers/" + CALL + "/export");

    assertThat(archive.body()).hasSameSizeAs(large);
    assertThatThrownBy(() -> browser.get("/api/follow-up/calls"))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void whatIsNotWrittenDownDoesNotPass() {
    var browser = Browser.loggedIn();

    assertProblem(
        browser.post("/api/customer-profile/customers/" + CALL + "/permit", "{}"),
        404,
        "not-found");
    assertProblem(browser.get("/api/follow-up/q/metrics"), 404, "not-found");
    assertProblem(browser.get("/api/follow-up/calls/..%2F..%2Fq%2Fmetrics"), 404, "not-found");
    assertProblem(browser.get("/api/elsewhere/calls"), 404, "not-found");
    assertThat(followUp.asked()).isEmpty();
  }

  @Test
  void aChangeFromElsewhereIsRefused() {
    var answer = Browser.loggedIn().postFromElsewhere("/api/follow-up/calls/claim", "{}");

    assertProblem(answer, 403, "foreign-request");
    assertThat(followUp.asked()).isEmpty();
  }

  @Test
  void aBodyLargerThanAFormIsRefused() {
    var answer = Browser.loggedIn().post("/api/follow-up/calls/claim", " ".repeat(70_000) + "{}");

    assertProblem(answer, 413, "too-large");
    assertThat(followUp.asked()).isEmpty();
  }

  @Test
  void aTokenAboutToEndIsRenewedOnTheWay() {
    logIn.tokens(NEARLY_OVER, true);
    var browser = Browser.loggedIn();
    var before = logIn.issued();

    var answer = browser.post("/api/follow-up/calls/claim", "{}");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(logIn.issued()).isGreaterThan(before);
  }

  @Test
  void anEndedSessionIsToldAndALogInBringsItBack() {
    logIn.tokens(NEARLY_OVER, true);
    var browser = Browser.loggedIn();
    logIn.tokens(NEARLY_OVER, false);

    assertProblem(browser.get("/api/me"), 401, "logged-out");

    logIn.behave();
    browser.get("/login");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void comingBackWithoutALogInBegunStartsAtThePage() {
    var answer = Browser.fresh().get("/login/return");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/");
  }

  @Test
  void aLogInThatDoesNotFinishIsExplained() {
    var browser = Browser.loggedIn();
    logIn.refuse();

    var page = Browser.loggedIn().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Log in again");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void theLogOutReachesKeycloakToo() {
    var browser = Browser.loggedIn();
    var before = logIn.loggedOut();

    browser.get("/logout");

    assertThat(logIn.loggedOut()).isEqualTo(before + 1);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("type"))
        .isEqualTo("urn:aftercare:problem:" + name);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
