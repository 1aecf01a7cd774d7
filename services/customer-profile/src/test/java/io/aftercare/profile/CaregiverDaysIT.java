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
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CaregiverDaysIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject AgroalDataSource database;

  @Test
  void who_cares_for_her_later_is_not_told_of_today() throws InterruptedException {
    var ada =
        child()
            .withCaregiver(
                "Ngozi", Somebody.freshNumber(), Map.of("validFrom", TODAY.plusDays(3).toString()));
    try (var probe = EventProbe.on(Topics.CUSTOMERS)) {
      BOSTON.knows(ada);

      var told = probe.await(EventTypes.CUSTOMER_REGISTERED, ada.id(), data -> true);

      assertThat(told.get("caregiver").asBoolean()).isFalse();
      assertThat(FollowUp.calling().asksFor(ada.id()).getString("reason"))
          .isEqualTo("child-without-caregiver");
    }
  }

  @Test
  void when_a_caregivers_last_day_is_over_the_house_is_told()
      throws SQLException, InterruptedException {
    var ada =
        child()
            .withCaregiver(
                "Ngozi", Somebody.freshNumber(), Map.of("validTo", TODAY.plusDays(3).toString()));
    try (var probe = EventProbe.on(Topics.CUSTOMERS)) {
      BOSTON.knows(ada);
      var told = probe.await(EventTypes.CUSTOMER_REGISTERED, ada.id(), data -> true);
      assertThat(told.get("caregiver").asBoolean()).isTrue();
      assertThat(FollowUp.calling().asksFor(ada.id()).getBoolean("allowed")).isTrue();

      // As if the days had passed.
      new Ledger(database)
          .change(
              "update caregiver set valid_to = valid_to - 10, turns_on = turns_on - 10 where customer_id = '%s'"
                  .formatted(ada.id()));

      // Segments are told as changes too, before and after.
      var turned =
          probe.await(
              EventTypes.CUSTOMER_CHANGED, ada.id(), data -> !data.get("caregiver").asBoolean());
      assertThat(turned.get("version").asLong()).isGreaterThan(told.get("version").asLong());
      assertThat(FollowUp.calling().asksFor(ada.id()).getString("reason"))
          .isEqualTo("child-without-caregiver");
    }
  }

  private static Somebody child() {
    return Somebody.isNew().with("birthDate", TODAY.minusYears(8).toString());
  }
}
