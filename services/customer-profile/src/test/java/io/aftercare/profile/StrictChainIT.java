package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A chain that sets everything stricter than the house does. */
@QuarkusTest
@TestProfile(StrictChainIT.Strict.class)
@QuarkusTestResource(RealParts.class)
class StrictChainIT {

  /** Stores for themselves, consent before calls, children until sixteen. */
  public static final class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "aftercare.reach.look-up", "store",
          "aftercare.permit.unasked-allows", "reminders",
          "aftercare.permit.called-themselves-from", "16");
    }
  }

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");

  @Test
  void stores_do_not_find_each_others_customers() {
    String phone = Somebody.freshNumber();
    var ada = Somebody.isNew().withPhone(phone);
    BOSTON.knows(ada);

    assertThat(BOSTON.finds(phone)).hasSize(1);
    assertThat(SALEM.finds(phone)).isEmpty();
    SALEM.opens(ada.id()).then().statusCode(404);
  }

  @Test
  void only_who_agreed_is_called() {
    var ada = Somebody.isNew().withPhone(Somebody.freshNumber());
    BOSTON.knows(ada);

    assertThat(FollowUp.calling().asksFor(ada.id()).getString("reason"))
        .isEqualTo("consent-not-given");
    BOSTON.hears(ada.id(), "given", "care-calls", "call").then().statusCode(200);
    assertThat(FollowUp.calling().asksFor(ada.id()).getBoolean("allowed")).isTrue();
  }

  @Test
  void children_are_children_until_sixteen() {
    var obi =
        Somebody.isNew()
            .with("birthDate", LocalDate.now().minusYears(15).toString())
            .withPhone(Somebody.freshNumber())
            .who("given", "care-calls", "call");
    BOSTON.knows(obi);

    assertThat(FollowUp.calling().asksFor(obi.id()).getString("reason"))
        .isEqualTo("child-without-caregiver");
  }
}
