package io.aftercare.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.AdverseReactionEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who wants to be forgotten is. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ErasureIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final List<String> CANARIES =
      List.of(
          "Rotkehlchen",
          "Pettirosso",
          "Zaunkoenig",
          "Federfieber",
          "1949-10-31",
          "8572229911",
          "8572229922");

  @Inject AgroalDataSource database;

  private final PrivacyOffice office = new PrivacyOffice();

  private static Somebody robin() {
    return Somebody.isNew()
        .with("givenName", "Rotkehlchen")
        .with("familyName", "Pettirosso")
        .with("birthDate", "1949-10-31")
        .withPhone("+18572229911")
        .withCaregiver("Zaunkoenig", "neighbour", "+18572229922", "care-calls")
        .who("given", "care-calls", "call");
  }

  @Test
  void after_an_erasure_no_canary_sings_in_tables_topics_logs_or_dead_letters()
      throws SQLException, InterruptedException {
    var ledger = new Ledger(database);
    var robin = robin();
    List<String> log = new ArrayList<>();
    Handler ear = listeningTo(log);
    try (var customers = EventProbe.on(Topics.CUSTOMERS);
        var followUps = EventProbe.on(Topics.FOLLOW_UPS);
        var deadLetters = EventProbe.on("aftercare.dead-letters.legal-hold")) {
      BOSTON.knows(robin);
      BOSTON.bears(robin.id(), "J01C", "Federfieber");
      BOSTON.registersAll(List.of(robin.with("givenName", "Zaunkoenig").particulars()));
      BOSTON.registers(robin.with("zone", "Rotkehlchen/Nowhere"));
      FollowUp.calling().asks(robin.id());
      FollowUp.calling().notes(robin.id(), "Rotkehlchen sang; ring Zaunkoenig at +18572229922");
      Counter.ofDispenser("salem-1", "dora")
          .breaksGlass(robin.id(), "Rotkehlchen has fallen ill here");
      followUps.send(
          EventTypes.ADVERSE_REACTION_SUSPECTED,
          UUID.randomUUID(),
          1,
          Map.of("customerId", robin.id(), "recordedAt", "no time at all"));
      deadLetters.awaitRecord(
          letter -> new String(letter.value(), UTF_8).contains(robin.id().toString()));

      office.erases(robin.id());

      var last =
          customers.await(
              EventTypes.CUSTOMER_CHANGED,
              robin.id(),
              data -> data.get("status").asText().equals("erased"));
      assertThat(last.has("birthMonth")).isFalse();
      assertThat(last.get("consents")).isEmpty();
      List<String> places = new ArrayList<>(ledger.dump());
      places.addAll(customers.words());
      places.addAll(followUps.words());
      places.addAll(deadLetters.words());
      synchronized (log) {
        places.addAll(log);
      }
      assertThat(log).anyMatch(line -> line.contains("Customer erased"));
      for (String canary : CANARIES) {
        for (String disguise : SecrecyIT.disguises(canary)) {
          assertThat(places).as(disguise).noneMatch(place -> place.contains(disguise));
        }
      }
    } finally {
      Logger.getLogger("").removeHandler(ear);
    }
    assertThat(rowsOf(robin.id(), ledger)).containsExactly("erasure");
    assertThat(
            ledger.list(
                "select concat(data_key, person, registration, birth_month) from customer where id = '%s'"
                    .formatted(robin.id())))
        .containsExactly("");
  }

  private static Handler listeningTo(List<String> log) {
    var ear =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            synchronized (log) {
              log.add(
                  line.getMessage()
                      + java.util.Arrays.toString(line.getParameters())
                      + line.getThrown());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(ear);
    return ear;
  }

  /** The tables in which something of the customer is left. */
  private static List<String> rowsOf(UUID customer, Ledger ledger) throws SQLException {
    List<String> left = new ArrayList<>();
    for (String place :
        ledger.list(
            "select format('%I where %I', table_name, column_name) from customer_rows order by"
                + " 1")) {
      if (ledger.count("select count(*) from %s = '%s'".formatted(place, customer)) > 0) {
        left.add(place.split(" ")[0]);
      }
    }
    return left;
  }

  @Test
  void an_erased_customer_is_nobody_any_more() {
    var ada = Somebody.isNew().withPhone(Somebody.freshNumber());
    BOSTON.knows(ada);

    office.erases(ada.id());
    office.erases(ada.id());

    BOSTON.opens(ada.id()).then().statusCode(404);
    assertThat(office.opens(ada.id()).statusCode()).isEqualTo(404);
    assertThat(FollowUp.calling().asksFor(ada.id()).getString("reason")).isEqualTo("erased");
    BOSTON.registers(ada).then().statusCode(409);
  }

  @Test
  void every_table_that_refers_to_customers_is_dealt_with() throws SQLException {
    // A table that hangs on one of a customer's goes with it; any other has to say whose it is.
    assertThat(
            new Ledger(database)
                .list(
                    """
                    select relname from pg_class t where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                      and relname not in ('customer', 'outbox', 'inbox', 'access_log', 'access_log_end', 'access_log_of',
                        'flyway_schema_history')
                      and relname not in (select table_name from customer_rows)
                      and not exists (select from pg_constraint c join pg_class p on p.oid = c.confrelid
                        where c.conrelid = t.oid and c.contype = 'f' and c.confdeltype = 'c'
                        and p.relname in (select table_name from customer_rows))
                    """))
        .isSubsetOf(NOBODYS);
  }

  /** Tables without a customer: rules, offers, imports. */
  private static final java.util.Set<String> NOBODYS =
      java.util.Set.of("segment", "campaign", "campaign_day", "gathering");

  @Test
  void whoever_comes_back_by_a_restore_is_erased_again() throws SQLException {
    var ledger = new Ledger(database);
    var ada = Somebody.isNew().withPhone(Somebody.freshNumber());
    BOSTON.knows(ada);
    ledger.change(
        """
        create schema backup;
        create table backup.customer as select * from customer where id = '%1$s';
        create table backup.phone as select * from phone where customer_id = '%1$s'
        """
            .formatted(ada.id()));
    try {
      office.erases(ada.id());
      ledger.change("delete from erasure where customer_id = '" + ada.id() + "'");
      ledger.change("delete from customer where id = '" + ada.id() + "'");
      ledger.change("insert into customer select * from backup.customer");
      ledger.change("insert into phone select * from backup.phone");
      assertThat(BOSTON.reads(ada.id()).getString("givenName")).isEqualTo("Ada");

      assertThat(office.reapplies()).isEqualTo(1);

      BOSTON.opens(ada.id()).then().statusCode(404);
      assertThat(rowsOf(ada.id(), ledger)).containsExactly("erasure");
      assertThat(office.reapplies()).isZero();
    } finally {
      ledger.change("drop schema backup cascade");
    }
  }

  @Test
  void a_suspected_adverse_reaction_holds_what_it_needs_and_says_so()
      throws SQLException, InterruptedException {
    var ledger = new Ledger(database);
    var ada = Somebody.isNew().withPhone(Somebody.freshNumber());
    BOSTON.knows(ada);
    UUID reaction = UUID.randomUUID();
    try (var followUps = EventProbe.on(Topics.FOLLOW_UPS)) {
      followUps.send(
          EventTypes.ADVERSE_REACTION_SUSPECTED,
          reaction,
          1,
          suspected(reaction, ada.id(), "open"));
      Awaitility.await()
          .until(
              () ->
                  ledger.count(
                          "select count(*) from legal_hold where id = '%s'".formatted(reaction))
                      == 1);

      var erasure = office.erases(ada.id());

      assertThat(erasure.getList("heldFor")).containsExactly(reaction.toString());
      assertThat(rowsOf(ada.id(), ledger)).contains("legal_hold").doesNotContain("phone", "note");
      BOSTON.opens(ada.id()).then().statusCode(404);

      assertThat(office.releases(ada.id(), reaction).statusCode()).isEqualTo(204);
      assertThat(rowsOf(ada.id(), ledger)).containsExactlyInAnyOrder("erasure", "legal_hold");
      assertThat(office.releases(ada.id(), reaction).statusCode()).isEqualTo(404);
    }
  }

  private static AdverseReactionEvent suspected(UUID reaction, UUID customer, String state) {
    return new AdverseReactionEvent(
        reaction,
        1,
        state,
        customer,
        null,
        null,
        false,
        List.of(),
        List.of(),
        Instant.now(),
        Instant.now(),
        null);
  }
}
