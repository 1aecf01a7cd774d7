package io.aftercare.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AccessIT {

  @Inject AgroalDataSource database;

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

  @Test
  void whoReadWhoseDataIsRecorded() throws SQLException {
    Call one = Call.done(store).complaining("wait").answering(2);
    Call other = Call.done(store).complaining("price").answering(1);
    callCentre.tells(one);
    callCentre.tells(other);
    JsonPath complaints =
        Desk.of("somebody", "supervisor").waitsFor(2, "/complaints?storeId=" + store);
    String reader = "rita-" + UUID.randomUUID();
    Desk desk = Desk.of(reader, "care-manager");

    desk.page("/complaints?storeId=" + store);
    desk.page("/complaints/" + complaints.getString("items[0].id"));
    desk.page("/surveys?storeId=" + store + "&limit=1");
    desk.page("/surveys?storeId=nowhere");

    List<String> both = List.of(one.customerId().toString(), other.customerId().toString());
    List<Read> reads = readsOf(reader);
    assertThat(reads)
        .extracting(Read::what)
        .containsExactly("GET /complaints", "GET /complaints/{id}", "GET /surveys");
    assertThat(reads.get(0).customers()).containsExactlyInAnyOrderElementsOf(both);
    assertThat(reads.get(1).customers())
        .containsExactly(complaints.getString("items[0].customerId"));
    assertThat(reads.get(2).customers()).hasSize(1).isSubsetOf(both);
  }

  @Test
  void exportsTellAgainWhatWasTold() throws SQLException {
    Call call = Call.done(store).complaining("wait").answering(2);
    callCentre.tells(call);
    Desk.of("somebody", "supervisor").waitsFor(1, "/complaints?storeId=" + store);
    String reader = "rebuilder-" + UUID.randomUUID();
    Desk desk = Desk.of(reader, "service");
    String found = "items.find { it.data.callId == '%s' }.".formatted(call.id());

    JsonPath complaints = whole(desk, "/exports/complaints", found);
    JsonPath answers = whole(desk, "/exports/surveys", found);

    assertThat(complaints.getString(found + "type")).startsWith("io.aftercare.complaint.");
    assertThat(complaints.getString(found + "data.category")).isEqualTo("wait");
    assertThat(answers.getInt(found + "data.score")).isEqualTo(2);
    assertThat(readsOf(reader)).extracting(Read::what).contains("GET /exports/complaints");
  }

  /** The part of the export that holds it. */
  private static JsonPath whole(Desk desk, String export, String found) {
    JsonPath part = desk.page(export);
    while (part.get(found + "key") == null && part.getString("next") != null) {
      part = desk.page(export + "?cursor=" + part.getString("next"));
    }
    return part;
  }

  @Test
  void withoutARecordThereIsNoRead() throws SQLException {
    callCentre.tells(Call.done(store).complaining("wait"));
    Desk desk = Desk.of("sue", "supervisor");
    String complaint =
        "/complaints/" + desk.waitsFor(1, "/complaints?storeId=" + store).getString("items[0].id");

    execute("alter table access_log rename to access_log_away");
    try {
      var refused = desk.looksAt(complaint);

      assertThat(refused.statusCode()).isGreaterThanOrEqualTo(500);
      assertThat(refused.asString()).doesNotContain(store);
    } finally {
      execute("alter table access_log_away rename to access_log");
    }
    assertThat(desk.looksAt(complaint).statusCode()).isEqualTo(200);
  }

  record Read(String what, List<String> customers) {}

  private List<Read> readsOf(String reader) throws SQLException {
    try (Connection connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select what, customers from access_log where who = ? and at is not null order by"
                    + " id")) {
      query.setString(1, Tokens.subject(reader));
      List<Read> reads = new ArrayList<>();
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        Object[] customers = (Object[]) rows.getArray("customers").getArray();
        reads.add(
            new Read(
                rows.getString("what"), Arrays.stream(customers).map(Object::toString).toList()));
      }
      return reads;
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        var command = connection.createStatement()) {
      command.execute(statement);
    }
  }
}
