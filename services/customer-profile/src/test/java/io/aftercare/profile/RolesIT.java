package io.aftercare.profile;

import io.aftercare.kit.testing.DoorMatrix;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Who may knock at which door: every endpoint that the service publishes, with every role. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RolesIT extends DoorMatrix {

  private static final Set<String> COUNTER = Set.of("store", "dispenser", "care-manager");
  private static final Set<String> READERS =
      Set.of("store", "dispenser", "pharmacist", "care-manager", "privacy-officer");
  private static final Set<String> FINDERS =
      Set.of("store", "dispenser", "agent", "pharmacist", "care-manager", "privacy-officer");
  private static final Set<String> EDITORS =
      Set.of("store", "dispenser", "care-manager", "privacy-officer");
  private static final Set<String> CLINIC =
      Set.of("store", "dispenser", "pharmacist", "care-manager");
  private static final Set<String> TALKERS = Set.of("dispenser", "pharmacist", "care-manager");
  private static final Set<String> CARERS =
      Set.of("dispenser", "pharmacist", "care-manager", "privacy-officer");
  private static final Set<String> MANAGER = Set.of("care-manager");
  private static final Set<String> HOUSE = Set.of("service");
  private static final Set<String> PRIVACY = Set.of("privacy-officer");

  private static final Map<String, Set<String>> DOORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("POST /customers", COUNTER),
              Map.entry("POST /customers/batch", COUNTER),
              Map.entry("POST /customers/import", Set.of("dispenser", "care-manager")),
              Map.entry("POST /customers/search", FINDERS),
              Map.entry("GET /customers/{id}", READERS),
              Map.entry("GET /customers/{id}/card", READERS),
              Map.entry("PUT /customers/{id}", EDITORS),
              Map.entry("PUT /customers/{id}/consents", EDITORS),
              Map.entry("PUT /customers/{id}/allergies", CLINIC),
              Map.entry("GET /customers/{id}/consents", READERS),
              Map.entry("PUT /customers/{id}/conditions", TALKERS),
              Map.entry("PUT /customers/{id}/medicines", TALKERS),
              Map.entry(
                  "PUT /customers/{id}/take-care", Set.of("service", "care-manager", "pharmacist")),
              Map.entry("PUT /customers/{id}/take-care/difficulty", HOUSE),
              Map.entry("DELETE /customers/{id}/take-care", Set.of("care-manager", "pharmacist")),
              Map.entry("GET /duplicates", MANAGER),
              Map.entry("GET /customers/{id}/duplicates", MANAGER),
              Map.entry("GET /duplicates/{id}/{other}", MANAGER),
              Map.entry("PUT /duplicates/{id}/{other}/denied", MANAGER),
              Map.entry("POST /merges", MANAGER),
              Map.entry("POST /merges/{id}/undo", MANAGER),
              Map.entry("GET /customers/{id}/care", CLINIC),
              Map.entry("PUT /customers/{id}/adviser", MANAGER),
              Map.entry("DELETE /customers/{id}/adviser", MANAGER),
              Map.entry("PUT /customers/{id}/delivery", COUNTER),
              Map.entry(
                  "POST /care-offers/{id}/accept",
                  Set.of("store", "dispenser", "care-manager", "service")),
              Map.entry(
                  "POST /care-offers/{id}/decline",
                  Set.of("store", "dispenser", "care-manager", "service")),
              Map.entry("POST /care-offers/{id}/attend", COUNTER),
              Map.entry("POST /campaigns", MANAGER),
              Map.entry("GET /campaigns", Set.of("care-manager", "supervisor")),
              Map.entry("POST /campaigns/{id}/stop", MANAGER),
              Map.entry("POST /gatherings", MANAGER),
              Map.entry("GET /gatherings", CLINIC),
              Map.entry("POST /gatherings/{id}/offers", MANAGER),
              Map.entry("POST /gatherings/{id}/sign-ups", COUNTER),
              Map.entry("POST /gatherings/{id}/cancel", MANAGER),
              Map.entry("POST /customers/{id}/permit", HOUSE),
              Map.entry("POST /customers/{id}/message-permit", HOUSE),
              Map.entry("POST /customers/{id}/do-not-call", HOUSE),
              Map.entry("POST /customers/{id}/opt-out", HOUSE),
              Map.entry("POST /customers/{id}/deceased", HOUSE),
              Map.entry("POST /customers/{id}/wrong-number", HOUSE),
              Map.entry("POST /customers/{id}/notes", HOUSE),
              Map.entry("GET /customers/{id}/medication", CARERS),
              Map.entry("GET /customers/{id}/timeline", CARERS),
              Map.entry("POST /timeline/rebuild", HOUSE),
              Map.entry("POST /timeline/rebuild/consents", HOUSE),
              Map.entry("GET /segments", Set.of("care-manager", "supervisor")),
              Map.entry("POST /segments/preview", Set.of("care-manager")),
              Map.entry("PUT /segments/{name}/draft", Set.of("care-manager")),
              Map.entry("POST /segments/{name}/publish", Set.of("care-manager")),
              Map.entry("GET /customers/{id}/export", PRIVACY),
              Map.entry("PUT /customers/{id}/restriction", PRIVACY),
              Map.entry("DELETE /customers/{id}", PRIVACY),
              Map.entry("DELETE /customers/{id}/legal-holds/{reaction}", PRIVACY),
              Map.entry("POST /erasures/reapply", PRIVACY),
              Map.entry("POST /keys/rotation", PRIVACY),
              Map.entry("GET /broken-glass", PRIVACY),
              Map.entry("GET /access-log", PRIVACY),
              Map.entry("GET /access-log/verification", PRIVACY),
              Map.entry("POST /customers/{id}/break-glass", Set.of("dispenser")),
              Map.entry("GET /customers/{id}/notes", Set.of("pharmacist"))));

  private static final Map<String, Object> IN_CALL = Map.of("callId", UUID.randomUUID());

  /** How one visits somebody's file without being refused for what one says. */
  private static final Map<String, Visit> VISITS =
      Map.ofEntries(
          Map.entry(
              "PUT /customers/{id}",
              new Visit(Map.of("If-Match", "\"1\""), Somebody.isNew().correctionOfAnybody())),
          Map.entry(
              "PUT /customers/{id}/consents",
              Visit.of(
                  Map.of(
                      "purpose", "research",
                      "channel", "post",
                      "state", "declined",
                      "wording", "v1"))),
          Map.entry("PUT /customers/{id}/allergies", Visit.of(Map.of("allergies", List.of()))),
          Map.entry(
              "PUT /customers/{id}/conditions",
              new Visit(Map.of("If-Match", "\"1\""), Map.of("conditions", List.of()))),
          Map.entry(
              "PUT /customers/{id}/medicines",
              new Visit(Map.of("If-Match", "\"1\""), Map.of("medicines", List.of()))),
          Map.entry("PUT /customers/{id}/restriction", Visit.of(Map.of("restricted", true))),
          Map.entry("PUT /customers/{id}/adviser", Visit.of(Map.of("subject", "vera"))),
          Map.entry("PUT /customers/{id}/delivery", Visit.of(Map.of("delivery", "home"))),
          Map.entry(
              "POST /customers/{id}/break-glass",
              Visit.of(Map.of("reason", "it cannot wait until tomorrow"))),
          Map.entry(
              "POST /customers/import", new Visit(Map.of("Content-Type", "text/csv"), "id\n")),
          Map.entry("POST /customers/{id}/do-not-call", Visit.of(IN_CALL)),
          Map.entry(
              "POST /customers/{id}/opt-out",
              Visit.of(
                  Map.of(
                      "messageId", UUID.randomUUID(), "purpose", "marketing", "channel", "email"))),
          Map.entry("POST /customers/{id}/deceased", Visit.of(IN_CALL)),
          Map.entry(
              "PUT /customers/{id}/take-care/difficulty",
              Visit.of(
                  Map.of(
                      "callId",
                      UUID.randomUUID(),
                      "author",
                      "ann",
                      "kinds",
                      List.of("insult"),
                      "helped",
                      List.of(),
                      "at",
                      "2026-03-10T10:00:00Z",
                      "until",
                      "2099-03-10T10:00:00Z"))),
          Map.entry(
              "POST /customers/{id}/wrong-number",
              Visit.of(Map.of("callId", UUID.randomUUID(), "number", "+16175550100"))),
          Map.entry(
              "POST /customers/{id}/notes",
              Visit.of(Map.of("callId", UUID.randomUUID(), "author", "ann", "text", "well"))));

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          // Whom nobody knows is a named refusal there, not a missing page.
          Map.entry("POST /customers/{id}/permit", "PermitIT"),
          Map.entry("POST /customers/{id}/message-permit", "MessagePermitIT"),
          // A service has to name the author, and nobody else may.
          Map.entry("PUT /customers/{id}/take-care", "GreetCardIT"),
          // It is there to open what is another store's.
          Map.entry("POST /customers/{id}/break-glass", "BreakGlassIT"),
          Map.entry("DELETE /customers/{id}/legal-holds/{reaction}", "ErasureIT"),
          // Rules are the chain's, not a customer's.
          Map.entry("PUT /segments/{name}/draft", "SegmentIT"),
          Map.entry("POST /segments/{name}/publish", "SegmentIT"),
          // These name a pair, a merge, an offer, a campaign or a gathering, not a customer.
          Map.entry("GET /duplicates/{id}/{other}", "DuplicatesIT"),
          Map.entry("PUT /duplicates/{id}/{other}/denied", "DuplicatesIT"),
          Map.entry("POST /merges/{id}/undo", "MergeIT"),
          Map.entry("POST /care-offers/{id}/accept", "GatheringIT"),
          Map.entry("POST /care-offers/{id}/decline", "GatheringIT"),
          Map.entry("POST /care-offers/{id}/attend", "GatheringIT"),
          Map.entry("POST /campaigns/{id}/stop", "CareIT"),
          Map.entry("POST /gatherings/{id}/offers", "GatheringIT"),
          Map.entry("POST /gatherings/{id}/sign-ups", "GatheringIT"),
          Map.entry("POST /gatherings/{id}/cancel", "GatheringIT"));

  @Override
  protected Map<String, Set<String>> doors() {
    return DOORS;
  }

  @Override
  protected Map<String, Visit> visits() {
    return VISITS;
  }

  @Override
  protected Map<String, String> provenElsewhere() {
    return ELSEWHERE;
  }

  @Override
  protected UUID of(String store) {
    return Counter.of(store).knows(Somebody.isNew());
  }
}
