package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A copy of everything, and less use of it. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RightsIT {

  private static final Counter BOSTON = Counter.of("boston-1");

  @Inject AgroalDataSource database;

  private final PrivacyOffice office = new PrivacyOffice();

  @Test
  void a_person_gets_everything_to_read_and_for_machines() throws IOException, SQLException {
    String phone = Somebody.freshNumber();
    var ada =
        Somebody.isNew()
            .with("preferredName", "Mama <Ada>")
            .withPhone(phone)
            .withCaregiver("Ngozi", "daughter", Somebody.freshNumber(), "care-calls")
            .who("given", "care-calls", "call");
    BOSTON.knows(ada);
    BOSTON.bears(ada.id(), "J01C", "penicillin");
    FollowUp.calling().notes(ada.id(), "asked for large print");

    var export = office.exports(ada.id());

    var tables = export.data().path("tables");
    assertThat(tables.at("/customer/0/person/preferredName").asText()).isEqualTo("Mama <Ada>");
    assertThat(tables.at("/customer/0/person/allergies/0/name").asText()).isEqualTo("penicillin");
    assertThat(tables.at("/phone/0/number").asText()).isEqualTo(phone);
    assertThat(tables.at("/caregiver/0/details/name").asText()).isEqualTo("Ngozi");
    assertThat(tables.at("/consent/0/purpose").asText()).isEqualTo("CARE_CALLS");
    assertThat(tables.at("/note/0/text").asText()).isEqualTo("asked for large print");
    assertThat(export.data().toString()).doesNotContain("\\\\x", "data_key", "mark");
    assertThat(export.page())
        .contains("Mama &lt;Ada&gt;", "penicillin", phone, "Ngozi", "asked for large print");
    assertThat(new Ledger(database).readsOf(ada.id()))
        .last()
        .satisfies(
            read -> {
              assertThat(read.who()).isEqualTo(PrivacyOffice.PAM);
              assertThat(read.what()).isEqualTo("GET /customers/{id}/export");
            });
  }

  @Test
  void a_restricted_file_is_kept_and_nobody_is_called() throws InterruptedException {
    var ada = Somebody.isNew().withPhone(Somebody.freshNumber());
    BOSTON.knows(ada);
    try (var probe = EventProbe.on(Topics.CUSTOMERS)) {
      office.restricts(ada.id(), true);
      office.restricts(ada.id(), true);

      var permit = FollowUp.calling().asksFor(ada.id());
      assertThat(permit.getBoolean("allowed")).isFalse();
      assertThat(permit.getString("reason")).isEqualTo("restricted");
      assertThat(probe.await(EventTypes.CUSTOMER_CHANGED, ada.id()).get("restricted").asBoolean())
          .isTrue();
      assertThat(BOSTON.reads(ada.id()).getLong("version")).isEqualTo(2);
      assertThat(BOSTON.reads(ada.id()).getBoolean("restricted")).isTrue();

      office.restricts(ada.id(), false);

      assertThat(FollowUp.calling().asksFor(ada.id()).getBoolean("allowed")).isTrue();
      assertThat(
              probe
                  .await(
                      EventTypes.CUSTOMER_CHANGED,
                      ada.id(),
                      data -> data.get("version").asLong() == 3)
                  .has("restricted"))
          .isFalse();
    }
  }

  @Test
  void keys_are_wrapped_anew_while_files_stay_open() {
    var ada = Somebody.isNew();
    BOSTON.knows(ada);

    var rotated = office.rotatesKeys();

    // There is one master key here, so nothing is left to do.
    assertThat(rotated.getInt("rewrapped")).isZero();
    assertThat(rotated.getString("next")).isNull();
    assertThat(BOSTON.reads(ada.id()).getString("givenName")).isEqualTo("Ada");
  }

  @Test
  void nobody_who_is_unknown_has_rights_to_exercise() {
    UUID nobody = UUID.randomUUID();
    assertThat(office.opens(nobody).statusCode()).isEqualTo(404);
    assertThat(office.releases(nobody, UUID.randomUUID()).statusCode()).isEqualTo(404);
  }
}
