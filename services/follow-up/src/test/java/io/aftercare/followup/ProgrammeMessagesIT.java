package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps of a programme that are no calls: a message, and a word at the counter. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class ProgrammeMessagesIT {

  private static final String THANKS =
      """
      {"name": "Thanks", "because": "Cough medicine", "trigger": {"atc": ["R05"]}, "care": false, "last-resort": false,
       "steps": [{"number": 1, "after": {"day": 2}, "channel": "message", "skill": "agent", "priority": 4,
                  "hours": {"opens": "10:00", "dueUntil": "18:00", "closes": "18:00"}},
                 {"number": 2, "after": {"day": 1}, "channel": "in-person", "skill": "agent", "priority": 4,
                  "hours": {"opens": "09:00", "dueUntil": "18:00", "closes": "18:00"}}],
       "script": {"title": "Thanks", "lines": ["Say thank you."], "red-flag": "Blood: a pharmacist now."}}
      """;

  private final Desk cora = Desk.careManager("cora");
  private final UUID ada = UUID.randomUUID();
  private Chain chain;

  @BeforeEach
  void publish() {
    Chain.freshMorning();
    chain = new Chain();
    cora.request().body(THANKS).put("/programmes/thanks/draft").then().statusCode(200);
    cora.request()
        .body("{\"revision\": 1}")
        .post("/programmes/thanks/publish")
        .then()
        .statusCode(200);
  }

  @AfterEach
  void forget() throws InterruptedException {
    chain.close();
    Chain.sql("delete from programme where key = 'thanks'");
    Chain.sql("delete from programme_action where key = 'thanks'");
    Chain.sql("delete from programme_pause");
    Chain.sql("update programme_shelf set version = version + 1");
    Awaitility.await()
        .until(
            () ->
                !cora.request()
                    .get("/programmes")
                    .jsonPath()
                    .getList("items.key")
                    .contains("thanks"));
  }

  private SaleEvent sold() {
    SaleEvent sale =
        SaleMother.at("2026-03-10T10:00:00-04:00").line("R05CB01", null).of(ada).build();
    chain.tells(sale);
    Awaitility.await().until(() -> messages(sale).equals("2"));
    return sale;
  }

  private static String messages(SaleEvent sale) {
    return Chain.text(
        "select count(*)::text from message where cause_id = '%s'".formatted(sale.saleId()));
  }

  private static String of(SaleEvent sale, int step, String column) {
    return Chain.text(
        "select %s::text from message where cause_id = '%s' and step = %d"
            .formatted(column, sale.saleId(), step));
  }

  private static void becomes(SaleEvent sale, int step, String state) {
    Awaitility.await("step %d is %s".formatted(step, state))
        .until(() -> state.equals(of(sale, step, "state")));
  }

  @Test
  void a_sale_plans_them_for_their_days_and_no_call() {
    SaleEvent sale = sold();

    assertThat(of(sale, 1, "due_at")).startsWith("2026-03-12 14:00");
    assertThat(of(sale, 1, "purpose")).isEqualTo("reminders");
    assertThat(of(sale, 2, "state")).isEqualTo("waiting");
    assertThat(of(sale, 2, "store_id")).isEqualTo(sale.storeId());
    assertThat(Chain.callsOf(sale)).isEmpty();

    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T10:00"));
    becomes(sale, 1, "sent");
  }

  @Test
  void the_customers_preferred_channel_comes_first() {
    chain.tells(customer(ada).likingBest("email").build());
    Awaitility.await()
        .until(
            () ->
                "email"
                    .equals(
                        Chain.text(
                            "select preferred_channel from known_customer where id = '%s'"
                                .formatted(ada))));
    SaleEvent sale = sold();
    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T10:00"));
    becomes(sale, 1, "sent");

    assertThat(of(sale, 1, "channel")).isEqualTo("email");
    assertThat(Post.smsTo(ada)).isEmpty();
  }

  @Test
  void a_void_calls_them_off() {
    SaleEvent sale = sold();

    chain.tells(SaleMother.again(sale).voided().build());

    becomes(sale, 1, "cancelled");
    becomes(sale, 2, "cancelled");
    assertThat(of(sale, 1, "reason")).isEqualTo("sale-voided");
  }

  @Test
  void while_the_programme_rests_they_are_kept() {
    SaleEvent sale = sold();
    cora.request().post("/programmes/thanks/pause").then().statusCode(204);

    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T10:00"));
    UUID other = UUID.randomUUID();
    Post.plans(other, UUID.randomUUID(), "greeting", "birthday", null, null);
    Post.becomes(other, "sent");
    assertThat(of(sale, 1, "state")).isEqualTo("queued");

    cora.request().post("/programmes/thanks/resume").then().statusCode(204);
    becomes(sale, 1, "sent");
  }

  @Test
  void a_reminder_of_a_programme_that_rests_for_long_is_still_sent() {
    SaleEvent sale = sold();
    cora.request().post("/programmes/thanks/pause").then().statusCode(204);
    for (int day = 12; day <= 20; day++) {
      AdjustableClock.boston(LocalDateTime.parse("2026-03-%dT19:00".formatted(day)));
      String next = "2026-03-%d 14:00".formatted(day + 1);
      Awaitility.await().until(() -> of(sale, 1, "due_at").startsWith(next));
      if (day == 18) {
        looksAgain();
      }
    }
    assertThat(of(sale, 1, "state")).isEqualTo("queued");
    assertThat(of(sale, 1, "reason")).isEqualTo("programme-rests");

    cora.request().post("/programmes/thanks/resume").then().statusCode(204);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-21T10:30"));

    becomes(sale, 1, "sent");
  }

  /** Something comes to be known of the customer, so that all they wait for is looked at anew. */
  private void looksAgain() {
    chain.tells(customer(ada).build());
    Awaitility.await()
        .until(
            () ->
                Chain.count("select count(*) from known_customer where id = '%s'".formatted(ada))
                    == 1);
  }

  @Test
  void a_rest_takes_nothing_of_a_reminders_patience_whenever_it_is_looked_at() {
    SaleEvent sale = sold();
    cora.request().post("/programmes/thanks/pause").then().statusCode(204);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T19:00"));
    Awaitility.await().until(() -> of(sale, 1, "due_at").startsWith("2026-03-13 14:00"));
    String lapses = of(sale, 1, "lapses_at");

    AdjustableClock.boston(LocalDateTime.parse("2026-03-13T11:00"));
    looksAgain();

    assertThat(of(sale, 1, "due_at")).startsWith("2026-03-13 14:00");
    assertThat(of(sale, 1, "lapses_at")).isEqualTo(lapses);
  }

  @Test
  void the_dead_get_none() {
    SaleEvent sale = sold();

    chain.tells(customer(ada).status("deceased").build());

    becomes(sale, 1, "cancelled");
    becomes(sale, 2, "cancelled");
    assertThat(of(sale, 2, "reason")).isEqualTo("deceased");
  }

  @Test
  void a_merged_customer_is_written_to_as_the_survivor() {
    SaleEvent sale = sold();
    UUID survivor = UUID.randomUUID();
    chain.tells(customer(survivor).build());
    chain.tells(customer(ada).version(2).mergedInto(survivor).build());
    Awaitility.await().until(() -> survivor.toString().equals(of(sale, 1, "customer_id")));

    AdjustableClock.boston(LocalDateTime.parse("2026-03-12T10:00"));
    becomes(sale, 1, "sent");
    assertThat(Post.smsTo(survivor)).hasSize(1);
  }
}
