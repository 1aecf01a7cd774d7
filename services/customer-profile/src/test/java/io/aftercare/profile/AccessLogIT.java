package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who read whose data stays as it was written, and is told to whom it concerns. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AccessLogIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  @Inject AgroalDataSource database;

  private final PrivacyOffice office = new PrivacyOffice();
  private Ledger ledger;
  private Somebody ada;

  @BeforeEach
  void ada_is_read_three_times() throws SQLException {
    ledger = new Ledger(database);
    ada = Somebody.isNew();
    BOSTON.knows(ada);
    BOSTON.opens(ada.id());
    BOSTON.greets(ada.id());
    BOSTON.opens(ada.id());
    allSealed();
    assertThat(office.verifies().getBoolean("intact")).isTrue();
  }

  private void allSealed() {
    Awaitility.await()
        .until(() -> ledger.count("select count(*) from access_log where place is null") == 0);
  }

  @Test
  void a_changed_record_is_found() throws SQLException {
    long greeting = placeOf("GET /customers/{id}/card");
    String id = one("select id::text from access_log where place = " + greeting);

    ledger.change("update access_log set who = 'somebody-else' where place = " + greeting);
    JsonPath found = office.verifies();
    ledger.change(
        "update access_log set who = '%s' where place = %d"
            .formatted(Tokens.subject("till-boston-1"), greeting));

    broken(found, greeting, "changed");
    assertThat(found.getString("broken.id")).isEqualTo(id);
    assertThat(office.verifies().getBoolean("intact")).isTrue();
  }

  @Test
  void a_deleted_record_is_found_even_the_last() throws SQLException {
    for (String which : List.of("GET /customers/{id}/card", "GET /customers/{id}")) {
      long place = placeOf(which);
      ledger.change("create table away as select * from access_log where place = " + place);
      ledger.change("delete from access_log where place = " + place);
      JsonPath found = office.verifies();
      ledger.change("insert into access_log overriding system value select * from away");
      ledger.change("drop table away");

      broken(found, place, "missing");
      assertThat(office.verifies().getBoolean("intact")).isTrue();
    }
  }

  @Test
  void a_record_slipped_in_is_found() throws SQLException {
    ledger.change(
        """
        insert into access_log (at, who, what, customers)
        values (now() - interval '3 days', 'eve', 'GET /customers/{id}', array['%s'::uuid])
        """
            .formatted(ada.id()));
    allSealed();
    long place = Long.parseLong(one("select place::text from access_log where who = 'eve'"));
    JsonPath found = office.verifies();
    removeFromTheEnd(place);

    broken(found, place, "backdated");
    assertThat(office.verifies().getBoolean("intact")).isTrue();
  }

  /** As if it had never been: for the tests that come after. */
  private void removeFromTheEnd(long place) throws SQLException {
    ledger.change(
        """
        delete from access_log_of where place >= %1$d;
        delete from access_log where who = 'eve';
        update access_log set place = null, seal = null where place >= %1$d;
        update access_log_end set (place, seal) = (select l.place, l.seal from access_log l where l.place = %1$d - 1)
        """
            .formatted(place));
    allSealed();
  }

  @Test
  void a_record_that_commits_late_is_sealed_all_the_same() throws SQLException {
    try (Connection late = database.getConnection()) {
      late.setAutoCommit(false);
      try (var statement = late.createStatement()) {
        statement.executeUpdate(
            "insert into access_log (at, who, what, customers) values (now(), 'late', 'GET /late', array['%s'::uuid])"
                .formatted(ada.id()));
        BOSTON.opens(ada.id());
        allSealed();
        late.commit();
      }
    }
    allSealed();

    assertThat(
            one("select count(*)::text from access_log where who = 'late' and place is not null"))
        .isEqualTo("1");
    assertThat(office.verifies().getBoolean("intact")).isTrue();
  }

  @Test
  void a_person_can_be_told_who_read_their_data() {
    JsonPath told = office.seesWhoRead(ada.id());

    assertThat(told.getList("items.what"))
        .containsExactly("GET /customers/{id}", "GET /customers/{id}/card", "GET /customers/{id}");
    assertThat(told.getList("items.who", String.class))
        .containsOnly(Tokens.subject("till-boston-1"));
    assertThat(told.getList("items.reason", String.class)).containsOnly("counter");
    assertThat(told.getList("items.storeId", String.class)).containsOnly("boston-1");

    var first = office.asksWhoRead("customer=%s&limit=2".formatted(ada.id()));
    assertThat(first.jsonPath().getList("items")).hasSize(2);
    assertThat(first.header("Link")).contains("cursor=");
    assertThat(office.asksWhoRead("limit=2").statusCode()).isEqualTo(400);
    assertThat(office.asksWhoRead("customer=" + UUID.randomUUID()).jsonPath().getList("items"))
        .isEmpty();
  }

  private static void broken(JsonPath found, long place, String wrong) {
    assertThat(found.getBoolean("intact")).isFalse();
    assertThat(found.getLong("broken.place")).isEqualTo(place);
    assertThat(found.getString("broken.wrong")).isEqualTo(wrong);
  }

  /** The latest of Ada's records of this kind. */
  private long placeOf(String what) throws SQLException {
    return Long.parseLong(
        one(
            "select max(place)::text from access_log where what = '%s' and '%s' = any(customers)"
                .formatted(what, ada.id())));
  }

  private String one(String query) throws SQLException {
    return ledger.list(query).getFirst();
  }
}
