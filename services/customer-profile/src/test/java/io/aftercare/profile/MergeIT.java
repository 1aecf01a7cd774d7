package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two files are made one, and two again. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MergeIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");
  private static final Counter MANAGER = Counter.ofChain("care", "care-manager");

  private static EventProbe told;

  @Inject AgroalDataSource database;

  @BeforeAll
  static void listen() {
    told = EventProbe.on(Topics.CUSTOMERS);
  }

  @AfterAll
  static void stopListening() throws InterruptedException {
    told.close();
  }

  @Test
  void the_survivor_takes_over_and_every_no_survives() {
    String own = Somebody.freshNumber();
    String others = Somebody.freshNumber();
    String daughters = Somebody.freshNumber();
    UUID survivor =
        BOSTON.knows(
            named("Ada", "Okafor")
                .withPhone(own)
                .who("given", "marketing", "sms")
                .who("given", "care-calls", "call"));
    UUID merged =
        SALEM.knows(
            named("Ada", "Okafor")
                .withPhone(own)
                .withPhone(others)
                .with("birthDate", "1950-03-12")
                .withCaregiver("Bisi", "daughter", daughters, "care-calls")
                .who("declined", "marketing", "sms")
                .who("given", "reminders", "sms"));
    FollowUp.calling().hearsDoNotCall(merged).then().statusCode(204);

    merges(survivor, merged).statusCode(201);

    JsonPath file = BOSTON.reads(survivor);
    assertThat(file.getList("phones.number")).containsExactly(own, others);
    assertThat(file.getList("caregivers.name")).containsExactly("Bisi");
    assertThat(file.getString("birthDate")).isEqualTo("1950-03-12");
    assertThat(file.getBoolean("doNotCall")).isTrue();
    assertThat(answer(file, "marketing", "sms")).isEqualTo("declined");
    assertThat(answer(file, "care-calls", "call")).isEqualTo("given");
    assertThat(answer(file, "reminders", "sms")).isEqualTo("given");
    JsonNode event =
        told.await(
            EventTypes.CUSTOMER_CHANGED, survivor, data -> data.get("doNotCall").asBoolean());
    assertThat(event.get("status").asText()).isEqualTo("active");

    JsonPath gone = SALEM.reads(merged);
    assertThat(gone.getString("status")).isEqualTo("merged");
    assertThat(gone.getString("mergedInto")).isEqualTo(survivor.toString());
    assertThat(
            told.await(
                    EventTypes.CUSTOMER_CHANGED,
                    merged,
                    data -> data.get("status").asText().equals("merged"))
                .get("mergedInto")
                .asText())
        .isEqualTo(survivor.toString());
    assertThat(FollowUp.calling().asksFor(merged).getString("reason")).isEqualTo("merged");
    assertThat(FollowUp.calling().asksFor(survivor).getString("reason")).isEqualTo("do-not-call");
    assertThat(SALEM.finds(others))
        .extracting(card -> card.get("id"))
        .containsExactly(survivor.toString());
  }

  @Test
  void undone_both_are_as_before_and_what_was_said_since_is_kept() {
    String own = Somebody.freshNumber();
    String others = Somebody.freshNumber();
    UUID survivor =
        BOSTON.knows(named("Ada", "Okafor").withPhone(own).who("given", "marketing", "sms"));
    UUID merged =
        SALEM.knows(
            named("Ada", "Okafor")
                .withPhone(others)
                .with("birthDate", "1950-03-12")
                .who("declined", "marketing", "sms"));
    FollowUp.calling().hearsDoNotCall(merged).then().statusCode(204);
    JsonPath before = BOSTON.reads(survivor);
    JsonPath otherBefore = SALEM.reads(merged);
    String merge = merges(survivor, merged).statusCode(201).extract().path("id");
    BOSTON.bears(survivor, "J01C", "penicillin").then().statusCode(200);
    BOSTON.hears(survivor, "withdrawn", "care-calls", "call").then().statusCode(200);

    undoes(merge).then().statusCode(200);
    String undone = undoes(merge).then().statusCode(200).extract().path("undoneAt");

    assertThat(undone).isNotNull();
    JsonPath file = BOSTON.reads(survivor);
    for (String field : List.of("phones", "caregivers", "givenName", "birthDate", "doNotCall")) {
      assertThat(file.<Object>get(field)).as(field).isEqualTo(before.get(field));
    }
    assertThat(answer(file, "marketing", "sms")).isEqualTo("given");
    assertThat(file.getList("allergies.atc")).containsExactly("J01C");
    assertThat(answer(file, "care-calls", "call")).isEqualTo("withdrawn");
    JsonPath other = SALEM.reads(merged);
    for (String field : List.of("status", "phones", "birthDate", "doNotCall")) {
      assertThat(other.<Object>get(field)).as(field).isEqualTo(otherBefore.get(field));
    }
    assertThat(other.<Object>get("mergedInto")).isNull();
    assertThat(answer(other, "care-calls", "call")).isEqualTo("withdrawn");
    long closed =
        told.await(
                EventTypes.CUSTOMER_CHANGED,
                merged,
                data -> data.get("status").asText().equals("merged"))
            .get("version")
            .asLong();
    told.await(
        EventTypes.CUSTOMER_CHANGED,
        merged,
        data ->
            data.get("version").asLong() > closed && data.get("status").asText().equals("active"));
    assertThat(told.events(EventTypes.CUSTOMER_CHANGED, merged).getLast().value())
        .asString()
        .contains("\"active\"")
        .doesNotContain("mergedInto");
    merges(survivor, merged).statusCode(201);
  }

  @Test
  void a_merged_file_takes_no_writing_and_a_word_heard_of_it_is_the_survivor_s() {
    UUID survivor = BOSTON.knows(named("Ada", "Okafor"));
    UUID merged = BOSTON.knows(named("Ada", "Okafor"));
    merges(survivor, merged).statusCode(201);

    BOSTON
        .hears(merged, "declined", "marketing", "sms")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:customer-merged"))
        .body("mergedInto", equalTo(survivor.toString()));
    BOSTON.bears(merged, "J01C", "penicillin").then().statusCode(409);
    FollowUp.calling().hearsDoNotCall(merged).then().statusCode(204);

    assertThat(BOSTON.reads(survivor).getBoolean("doNotCall")).isTrue();
  }

  @Test
  void chains_circles_and_stale_looks_are_refused_by_name() {
    UUID a = BOSTON.knows(named("Ada", "Okafor"));
    UUID b = BOSTON.knows(named("Ada", "Okafor"));
    UUID c = BOSTON.knows(named("Ada", "Okafor"));
    merges(a, b).statusCode(201);

    merges(c, b).statusCode(409).body("type", equalTo("urn:aftercare:problem:customer-merged"));
    merges(b, a).statusCode(409).body("type", equalTo("urn:aftercare:problem:customer-merged"));
    merges(c, a).statusCode(409).body("type", equalTo("urn:aftercare:problem:merge-chain"));
    merges(a, a).statusCode(400).body("violations.field", hasItem("merged"));
    merges(a, UUID.randomUUID(), 1, 1).statusCode(404);
    UUID resting = BOSTON.knows(named("Ada", "Okafor"));
    new PrivacyOffice().restricts(resting, true);
    merges(a, resting)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:customer-restricted"));
    merges(a, c, 1, 1)
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:changed-meanwhile"));
    MANAGER
        .request()
        .body("{}")
        .post("/merges")
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("survivor", "merged"));
    merges(a, c).statusCode(201);
  }

  @Test
  void after_its_time_a_merge_stands() throws Exception {
    UUID a = BOSTON.knows(named("Ada", "Okafor"));
    UUID b = BOSTON.knows(named("Ada", "Okafor"));
    String merge = merges(a, b).statusCode(201).extract().path("id");
    new Ledger(database)
        .change(
            "update merge set undo_until = now() - interval '1 hour' where id = '" + merge + "'");

    undoes(merge)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:aftercare:problem:undo-too-late"));
    undoes(UUID.randomUUID().toString()).then().statusCode(404);
    assertThat(BOSTON.reads(b).getString("status")).isEqualTo("merged");
  }

  @Test
  void what_was_taken_over_lies_sealed() throws Exception {
    String canary = "Zyxwquatl";
    UUID a = BOSTON.knows(named("Ada", "Okafor"));
    UUID b =
        BOSTON.knows(
            named("Ada", "Okafor")
                .withCaregiver(canary, "son", Somebody.freshNumber(), "everything"));
    merges(a, b).statusCode(201);

    assertThat(new Ledger(database).dump()).noneMatch(row -> row.contains(canary));
    MANAGER
        .request()
        .get("/duplicates")
        .then()
        .statusCode(200)
        .body("items.findAll { it.one.id == '" + b + "' }", empty());
  }

  private static Somebody named(String given, String family) {
    return Somebody.isNew().with("givenName", given).with("familyName", family);
  }

  private static ValidatableResponse merges(UUID survivor, UUID merged) {
    return merges(
        survivor,
        merged,
        MANAGER.reads(survivor).getLong("version"),
        MANAGER.reads(merged).getLong("version"));
  }

  private static ValidatableResponse merges(
      UUID survivor, UUID merged, long survivorVersion, long mergedVersion) {
    return MANAGER
        .request()
        .body(
            Map.of(
                "survivor", survivor,
                "merged", merged,
                "survivorVersion", survivorVersion,
                "mergedVersion", mergedVersion))
        .post("/merges")
        .then();
  }

  private static Response undoes(String merge) {
    return MANAGER.request().body("{}").post("/merges/{id}/undo", merge);
  }

  private static String answer(JsonPath file, String purpose, String channel) {
    return file.getString(
        "consents.find { it.purpose == '%s' && it.channel == '%s' }.state"
            .formatted(purpose, channel));
  }
}
