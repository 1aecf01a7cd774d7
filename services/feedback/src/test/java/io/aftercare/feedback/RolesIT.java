package io.aftercare.feedback;

import static java.util.Map.entry;

import io.aftercare.kit.testing.DoorMatrix;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Who may knock at which door: every endpoint that the service publishes, with every role. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RolesIT extends DoorMatrix {

  private static final Set<String> READERS = Set.of("supervisor", "care-manager");
  private static final Set<String> REBUILDERS = Set.of("service", "integrator");
  private static final Set<String> PRIVACY = Set.of("privacy-officer");

  private static final Map<String, Set<String>> DOORS =
      Map.ofEntries(
          entry("GET /complaints", READERS),
          entry("GET /complaints/{id}", READERS),
          entry("POST /complaints/{id}/resolve", READERS),
          entry("GET /surveys", READERS),
          entry("GET /exports/complaints", REBUILDERS),
          entry("GET /exports/surveys", REBUILDERS),
          entry("GET /access-log", PRIVACY),
          entry("GET /access-log/verification", PRIVACY));

  private CallCentre callCentre;

  @BeforeEach
  void open_the_call_centre() {
    callCentre = new CallCentre();
  }

  @AfterEach
  void close() throws InterruptedException {
    callCentre.close();
  }

  @Override
  protected Map<String, Set<String>> doors() {
    return DOORS;
  }

  @Override
  protected Map<String, Visit> visits() {
    return Map.of("POST /complaints/{id}/resolve", Visit.empty());
  }

  @Override
  protected Map<String, String> provenElsewhere() {
    return Map.of();
  }

  @Override
  protected UUID of(String store) {
    Call call = Call.done(store).complaining("wait");
    callCentre.tells(call);
    Desk desk = Desk.of("sue", "supervisor");
    String id = "items.find { it.callId == '%s' }.id".formatted(call.id());
    return UUID.fromString(
        Awaitility.await("complaint of " + call.id())
            .until(
                () -> desk.page("/complaints?limit=200&storeId=" + store).<String>get(id),
                found -> found != null));
  }
}
