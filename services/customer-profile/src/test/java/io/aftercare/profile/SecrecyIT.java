package io.aftercare.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SecrecyIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  private static final List<String> CANARIES =
      List.of(
          "Kanarienvogel",
          "Canarino",
          "Pajarito",
          "Gelbschnabel",
          "Zwitscher",
          "1951-11-23",
          "Serinus",
          "Finkenfieber",
          "tirili",
          "vogel@example.org",
          "zeisig_77",
          "Nistkasten",
          "Gefiederleiden",
          "E11.9",
          "Koernerpille",
          "Vogelscheu",
          "Gesangsprobe",
          "Schwarmband-9",
          "8572345671",
          "8576543219",
          "8579876543");

  @Inject AgroalDataSource database;

  @Test
  void nothing_that_names_a_person_lies_open_in_the_database_or_the_topic()
      throws SQLException, InterruptedException {
    var bird =
        Somebody.isNew()
            .with("givenName", "Kanarienvogel")
            .with("familyName", "Canarino")
            .with("preferredName", "Pajarito")
            .with("birthDate", "1951-11-23")
            .with("pronunciation", "tirili")
            .with("email", "vogel@example.org")
            .with("wechat", "zeisig_77")
            .withAddress("home", "Nistkasten 3")
            .withPhone("+18572345671")
            .withCaregiver("Gelbschnabel", "Serinus", "+18576543219", "care-calls")
            .who("given", "care-calls", "call");
    try (var probe = EventProbe.on(Topics.CUSTOMERS)) {
      var call = FollowUp.calling();
      BOSTON.knows(bird);
      BOSTON.registers(bird);
      BOSTON.bears(bird.id(), "J01C", "Finkenfieber");
      var pharmacist = Counter.ofChain("phil", "pharmacist");
      pharmacist.isTold(
          bird.id(),
          "conditions",
          "\"2\"",
          List.of(Map.of("icd10", "E11.9", "name", "Gefiederleiden")));
      pharmacist.isTold(bird.id(), "medicines", "\"3\"", List.of(Map.of("name", "Koernerpille")));
      call.asksToTakeCare(bird.id(), "Vogelscheu", "Gesangsprobe");
      BOSTON.hears(
          bird.id(),
          Map.of(
              "purpose", "marketing",
              "channel", "post",
              "state", "declined",
              "wording", "v1",
              "proof", Map.of("reference", "Schwarmband-9", "text", "Gesangsprobe")));
      BOSTON.finds("+18572345671");
      BOSTON.finds("+18576543219");
      BOSTON.registersAll(List.of(bird.with("givenName", "Zwitscher").particulars()));
      BOSTON.corrects(
          bird.id(),
          "\"6\"",
          Somebody.isNew()
              .with("id", bird.id().toString())
              .with("givenName", "Zwitscher")
              .withPhone("+18579876543"));
      call.asks(bird.id());
      call.reachesSomebodyElse(bird.id(), "+18579876543");
      call.notes(bird.id(), "Kanarienvogel sang; ring Gelbschnabel at +18576543219");
      call.hearsDoNotCall(bird.id());

      probe.await(
          EventTypes.CUSTOMER_CHANGED, bird.id(), data -> data.get("doNotCall").asBoolean());
      List<String> places = new ArrayList<>(new Ledger(database).dump());
      for (String type : List.of(EventTypes.CUSTOMER_REGISTERED, EventTypes.CUSTOMER_CHANGED)) {
        probe
            .events(type, bird.id())
            .forEach(
                event -> {
                  places.add(new String(event.value(), UTF_8));
                  event.headers().forEach(header -> places.add(new String(header.value(), UTF_8)));
                });
      }

      // The event's own version also counts how often the customer came into a segment.
      assertThat(BOSTON.reads(bird.id()).getLong("version")).isEqualTo(9);
      assertThat(places).hasSizeGreaterThan(20);
      for (String canary : CANARIES) {
        for (String disguise : disguises(canary)) {
          assertThat(places).as(disguise).noneMatch(place -> place.contains(disguise));
        }
      }
    }
  }

  /** Sealed is something else than encoded. */
  static List<String> disguises(String canary) {
    byte[] bytes = canary.getBytes(UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return List.of(
        canary, base64.substring(0, base64.length() - 1), HexFormat.of().formatHex(bytes));
  }

  @Test
  void one_customers_sealed_rows_are_of_no_use_in_anothers_file() throws SQLException {
    var ada = Somebody.isNew();
    var eve = Somebody.isNew().with("givenName", "Eve");
    BOSTON.knows(ada);
    BOSTON.knows(eve);

    new Ledger(database)
        .change(
            """
            update customer set (person, data_key) = (select person, data_key from customer where id = '%s')
            where id = '%s'
            """
                .formatted(ada.id(), eve.id()));

    var answer = BOSTON.opens(eve.id());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body().asString()).doesNotContain("Ada", "Okafor");
  }
}
