package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A difficult talk: the counter and whoever dials next take care, for as long as it is told. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class TakeCareIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter PHARMACIST = Counter.ofChain("phil", "pharmacist");
  private static final Duration YEAR = Duration.ofDays(365);

  @Inject AgroalDataSource database;

  private final Instant now = Instant.now();
  private final FollowUp call = FollowUp.calling();
  private final Somebody obi = Somebody.isNew().withPhone(Somebody.freshNumber());

  @BeforeEach
  void obiIsKnown() {
    BOSTON.knows(obi);
  }

  @Test
  void the_counter_and_the_next_call_take_care() {
    wasDifficult(call, List.of("shouting"), List.of("let-them-finish"), now);

    BOSTON
        .greets(obi.id())
        .then()
        .body("today", hasItem("take-care"))
        .body("takeCare.note", nullValue())
        .body("takeCare.difficult.kinds", contains("shouting"))
        .body("takeCare.difficult.helped", contains("let-them-finish"));
    call.asks(obi.id()).then().body("callee.takeCare.difficult.kinds", contains("shouting"));
  }

  @Test
  void what_somebody_wrote_stays_beside_it() {
    call.asksToTakeCare(obi.id(), "hard of hearing", "speak slowly").then().statusCode(204);

    wasDifficult(call, List.of("insult"), List.of(), now);

    call.asks(obi.id())
        .then()
        .body("callee.takeCare.note", equalTo("hard of hearing"))
        .body("callee.takeCare.difficult.kinds", contains("insult"));
  }

  @Test
  void of_one_talk_it_says_more_and_of_several_the_last_one_counts() {
    wasDifficult(call, List.of(), List.of(), now);
    wasDifficult(call, List.of("insult"), List.of("apology"), now);
    wasDifficult(call, List.of(), List.of(), now);
    BOSTON.greets(obi.id()).then().body("takeCare.difficult.helped", contains("apology"));

    wasDifficult(FollowUp.calling(), List.of("threat"), List.of(), now.plusSeconds(60));
    wasDifficult(call, List.of("distress"), List.of(), now);

    BOSTON.greets(obi.id()).then().body("takeCare.difficult.kinds", contains("threat"));
  }

  @Test
  void it_is_told_for_a_time_only() {
    Instant longAgo = now.minus(YEAR).minus(Duration.ofDays(3));
    wasDifficult(call, List.of("insult"), List.of(), longAgo);

    BOSTON.greets(obi.id()).then().body("takeCare", nullValue());
    call.asks(obi.id()).then().body("callee.takeCare", nullValue());
  }

  @Test
  void it_can_be_lifted_and_it_goes_with_the_customer() throws SQLException {
    wasDifficult(call, List.of("insult"), List.of(), now);
    PHARMACIST.liftsCare(obi.id()).then().statusCode(204);
    BOSTON.greets(obi.id()).then().body("takeCare", nullValue());

    wasDifficult(call, List.of("insult"), List.of(), now);
    new PrivacyOffice().erases(obi.id());

    assertThat(
            new Ledger(database)
                .count(
                    "select count(*) from customer where id = '%s' and difficulty is null"
                        .formatted(obi.id())))
        .isEqualTo(1);
  }

  @Test
  void it_lasts_beyond_the_moment_or_is_refused() {
    call.hadADifficultTalk(obi.id(), List.of(), List.of(), now, now)
        .then()
        .statusCode(400)
        .body("violations.field", contains("until"));
    call.hadADifficultTalk(obi.id(), List.of("He shouted!"), List.of(), now, now.plus(YEAR))
        .then()
        .statusCode(400);
  }

  private void wasDifficult(FollowUp in, List<String> kinds, List<String> helped, Instant at) {
    Response told = in.hadADifficultTalk(obi.id(), kinds, helped, at, at.plus(YEAR));
    told.then().statusCode(204);
  }
}
