package io.aftercare.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ListsIT {

  private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");

  private final Desk desk = Desk.of("carl", "care-manager");
  private final String store = "store-" + UUID.randomUUID();
  private CallCentre callCentre;

  @BeforeEach
  void open() {
    callCentre = new CallCentre();
  }

  @AfterEach
  void close() throws InterruptedException {
    callCentre.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/surveys", "/complaints"})
  void pagesLeadThroughAllNewestFirst(String path) {
    // Two of the same instant: the id decides, and neither is lost between two pages.
    List<Instant> times =
        List.of(
            NOON,
            NOON.plusSeconds(60),
            NOON.plusSeconds(60),
            NOON.plusSeconds(120),
            NOON.plusSeconds(180));
    times.forEach(
        time -> callCentre.tells(Call.done(store).at(time).answering(4).complaining("wait")));
    desk.waitsFor(5, path + "?storeId=" + store);

    List<String> calls = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Optional<String> next = Optional.of(path + "?storeId=" + store + "&limit=2");
    while (next.isPresent()) {
      Response page = desk.looksAt(next.get());
      List<String> found = page.then().statusCode(200).extract().jsonPath().getList("items.callId");
      calls.addAll(found);
      sizes.add(found.size());
      next = Desk.next(page);
    }

    JsonPath whole = desk.page(path + "?storeId=" + store);
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(calls).doesNotHaveDuplicates().isEqualTo(whole.getList("items.callId"));
    assertThat(times(whole)).containsExactlyElementsOf(times.reversed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/surveys", "/complaints"})
  void fromIsWithinAndToIsNot(String path) {
    List.of(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120))
        .forEach(
            time -> callCentre.tells(Call.done(store).at(time).answering(4).complaining("wait")));
    String all = path + "?storeId=" + store;
    desk.waitsFor(3, all);

    JsonPath middle = desk.page(all + "&from=2026-03-06T13:01:00%2B01:00&to=2026-03-06T12:02:00Z");

    assertThat(times(middle)).containsExactly(NOON.plusSeconds(60));
  }

  @Test
  void anotherStoresComplaintsAreNotListed() {
    callCentre.tells(Call.done(store).complaining("wait"));
    desk.waitsFor(1, "/complaints?storeId=" + store + "&status=open");

    assertThat(desk.page("/complaints?storeId=elsewhere-" + UUID.randomUUID()).getList("items"))
        .isEmpty();
  }

  @Test
  void aComplaintSaysByWhenItMustBeAcknowledged() {
    callCentre.tells(Call.done(store).at(NOON).complaining("effect"));
    JsonPath listed = desk.waitsFor(1, "/complaints?storeId=" + store);

    JsonPath complaint = desk.page("/complaints/" + listed.getString("items[0].id"));

    assertThat(complaint.getMap("")).isEqualTo(listed.getMap("items[0]"));
    assertThat(complaint.getString("acknowledgeBy")).isEqualTo("2026-03-11");
  }

  @Test
  void aComplaintIsOverdueOnceItsDaysAreOver() {
    callCentre.tells(Call.done(store).at(Clock.systemUTC().instant()).complaining("wait"));
    callCentre.tells(
        Call.done(store).at(Instant.parse("2020-03-06T12:00:00Z")).complaining("wait"));

    JsonPath listed = desk.waitsFor(2, "/complaints?storeId=" + store);

    assertThat(listed.getList("items.overdue")).containsExactly(false, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"019b8a10-0401-7c3e-9a41-5d2e8f6b0401", "seven"})
  void aComplaintThatThereIsNotIsAProblem(String id) {
    desk.looksAt("/complaints/" + id)
        .then()
        .statusCode(404)
        .contentType(containsString("application/problem+json"));
  }

  @ParameterizedTest
  @CsvSource({
    "/surveys?limit=0, limit",
    "/surveys?limit=201, limit",
    "/surveys?limit=many, limit",
    "/surveys?cursor=here, cursor",
    "/surveys?from=yesterday, from",
    "/surveys?to=2026-03-06T12:00:00, to",
    "/surveys?from=%2B999999999-01-01T00:00:00Z, from",
    "/surveys?storeId=a%00b, storeId",
    "/surveys?status=open, status",
    "/complaints?status=closed, status",
    "/complaints?storeid=boston-1, storeid"
  })
  void whatIsWrongWithAQueryIsNamed(String path, String field) {
    desk.looksAt(path)
        .then()
        .statusCode(400)
        .contentType(containsString("application/problem+json"))
        .body("type", equalTo("urn:aftercare:problem:invalid"))
        .body("violations.field", hasItems(field))
        .body("violations", hasSize(1));
  }

  @Test
  void allThatIsWrongIsNamedTogether() {
    desk.looksAt("/complaints?limit=0&from=x&status=lost&sort=up")
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("limit", "from", "status", "sort"));
  }

  private static List<Instant> times(JsonPath page) {
    String field = page.getString("items[0].answeredAt") == null ? "openedAt" : "answeredAt";
    return page.<String>getList("items." + field).stream().map(Instant::parse).toList();
  }
}
