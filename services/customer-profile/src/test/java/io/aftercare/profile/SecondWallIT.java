package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.kit.testing.RealParts;
import io.aftercare.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a statement sees that forgot to ask for its caller's reach. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SecondWallIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");

  /** Their rows are nobody's; whoever adds a table says here why it needs no wall. */
  private static final Set<String> NOBODYS =
      Set.of(
          "outbox",
          "inbox",
          "access_log",
          "access_log_end",
          "access_log_of",
          "flyway_schema_history",
          "segment",
          // What the chain offers, to whomever: the offers to single customers stand behind it.
          "campaign",
          "campaign_day",
          "gathering");

  private static final List<String> TABLES =
      List.of("customer", "phone", "caregiver", "consent", "note");

  @Inject Pool pool;
  @Inject AgroalDataSource owner;

  private String phone;
  private Somebody ada;

  @BeforeEach
  void ada_is_bostons() {
    phone = Somebody.freshNumber();
    ada =
        Somebody.isNew()
            .withPhone(phone)
            .withCaregiver("Ngozi", "daughter", Somebody.freshNumber(), "care-calls")
            .who("given", "care-calls", "call");
    BOSTON.knows(ada);
    FollowUp.calling().notes(ada.id(), "asked for large print").then().statusCode(200);
  }

  @Test
  void where_nothing_is_set_there_are_no_rows() {
    for (String table : TABLES) {
      assertThat(seen("", table)).as(table).isZero();
    }
  }

  @Test
  void a_store_sees_its_own_and_the_chain_sees_all() {
    for (String table : TABLES) {
      assertThat(seen("store:boston-1", table)).as(table).isEqualTo(1);
      assertThat(seen("store:salem-1", table)).as(table).isZero();
      assertThat(seen("chain", table)).as(table).isEqualTo(1);
      assertThat(seen("house", table)).as(table).isEqualTo(1);
      assertThat(seen("store:%", table)).as(table).isZero();
    }
  }

  @Test
  void a_store_sees_whom_it_has_met_as_long_as_it_may() {
    SALEM.finds(phone);

    assertThat(seen("store:salem-1", "phone")).isEqualTo(1);
    assertThat(seen("store:salem-1", "phone", Instant.now().plus(Duration.ofDays(31)))).isZero();
    assertThat(seen("store:salem-1", "acquaintance")).isEqualTo(1);
    assertThat(seen("store:boston-1", "acquaintance")).isZero();
  }

  @Test
  void nothing_is_changed_or_moved_beyond_the_reach() {
    String move = "update customer set store_id = 'salem-1' where id = $1 returning id";

    assertThat(within("store:salem-1", Instant.now(), tx -> run(tx, move))).isZero();
    assertThatThrownBy(() -> within("store:boston-1", Instant.now(), tx -> run(tx, move)))
        .hasMessageContaining("row-level security");
  }

  @Test
  void every_table_of_customers_stands_behind_the_wall() throws SQLException {
    var ledger = new Ledger(owner);

    assertThat(
            ledger.list(
                """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                  and not relrowsecurity
                """))
        .isSubsetOf(NOBODYS);
    assertThat(
            ledger.list(
                """
                select relname from pg_class c where relrowsecurity and not exists (
                  select from pg_policies p where p.tablename = c.relname and p.schemaname = 'public'
                    and p.qual like '%aftercare.scope%')
                """))
        .isEmpty();
  }

  @Test
  void the_application_owns_nothing_and_rewrites_no_record_of_reading() {
    for (String overreach :
        List.of(
            "update access_log set who = 'nobody'",
            "delete from access_log",
            "truncate customer cascade",
            "alter table customer disable row level security",
            "create table hoard (id int)",
            "delete from flyway_schema_history")) {
      assertThatThrownBy(() -> pool.query(overreach).execute().await().indefinitely())
          .as(overreach)
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  private long seen(String scope, String table) {
    return seen(scope, table, Instant.now());
  }

  /** Ada's rows of a table, as a statement sees them that asks for nothing but her. */
  private long seen(String scope, String table, Instant now) {
    String column = table.equals("customer") ? "id" : "customer_id";
    return within(
        scope, now, tx -> run(tx, "select 1 from %s where %s = $1".formatted(table, column)));
  }

  private Uni<Long> run(SqlConnection transaction, String statement) {
    return transaction
        .preparedQuery(statement)
        .execute(Tuple.of(ada.id()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).count());
  }

  private long within(
      String scope, Instant now, java.util.function.Function<SqlConnection, Uni<Long>> work) {
    return pool.withTransaction(
            transaction ->
                transaction
                    .preparedQuery(
                        """
                        select set_config('aftercare.scope', $1, true), set_config('aftercare.person', $2, true),
                          set_config('aftercare.now', $3, true)
                        """)
                    .execute(Tuple.of(scope, Tokens.subject("till-x"), now.toString()))
                    .chain(() -> work.apply(transaction)))
        .await()
        .indefinitely();
  }
}
