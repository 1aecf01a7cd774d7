package io.aftercare.followup.sending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.CustomerFileStandIn;
import io.aftercare.followup.PostOffice;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Several senders at once, as several instances of the service would be. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
@QuarkusTestResource(PostOffice.class)
class SendersTogetherIT {

  private static final int CUSTOMERS = 120;

  @Inject SendMessages sendMessages;
  @Inject AgroalDataSource database;
  @Inject Clock clock;

  @Test
  void each_message_goes_once_and_nobody_gets_two_on_a_day() throws SQLException {
    // Three messages to each customer, all due: one goes today, whoever sends it.
    sql(
        """
        truncate message;
        insert into message (id, cause_id, customer_id, sale_id, due_at, closes_at, lapses_at, programme_version, step,
          priority, opens, closes, zone, programme, template, purpose, state, explained)
        select gen_random_uuid(), gen_random_uuid(), c.id, gen_random_uuid(), timestamptz '%1$s' - interval '1 minute',
          timestamptz '%1$s' + interval '1 hour', timestamptz '%1$s' + interval '3 days', 1, 1, 4, '00:00', '23:59',
          'America/New_York', 'greeting', 'birthday', 'marketing', 'queued', 'test'
        from (select gen_random_uuid() as id from generate_series(1, %2$d)) c, generate_series(1, 3)
        """
            .formatted(clock.instant(), CUSTOMERS));

    List<Uni<Void>> senders = Collections.nCopies(4, Uni.createFrom().deferred(sendMessages::send));
    Uni.join().all(senders).andFailFast().await().atMost(Duration.ofSeconds(60));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                rows("select count(*)::text from message where state = 'queued' and reason is null")
                    .getFirst()
                    .equals("0"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                rows("select count(*)::text from message where state = 'sending'")
                    .getFirst()
                    .equals("0"));

    assertThat(rows("select count(*)::text from message where state = 'sent'"))
        .containsExactly(String.valueOf(CUSTOMERS));
    assertThat(rows("select distinct reason from message where state = 'queued'"))
        .containsExactly("daily-cap");
    String provider = ConfigProvider.getConfig().getValue(PostOffice.URL, String.class);
    assertThat(rows("select distinct customer_id::text from message"))
        .allSatisfy(
            customer ->
                assertThat(given().get(provider + "/heard/sms-" + customer).asString().lines())
                    .hasSize(1));
  }

  private void sql(String statements) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(statements);
    }
  }

  private List<String> rows(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet found = connection.createStatement().executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    }
  }
}
