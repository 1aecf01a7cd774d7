package io.aftercare.followup;

import io.aftercare.followup.message.Channel;
import io.aftercare.kit.testing.DoorMatrix;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Who may knock at which door: every endpoint that the service publishes, with every role. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class RolesIT extends DoorMatrix {

  private static final Set<String> DESK = Set.of("agent", "pharmacist");
  private static final Set<String> DESK_AND_SUPERVISOR =
      Set.of("agent", "pharmacist", "supervisor");
  private static final Set<String> SUPERVISOR = Set.of("supervisor");
  private static final Set<String> CLINIC = Set.of("pharmacist", "supervisor");
  private static final Set<String> PHARMACIST = Set.of("pharmacist");
  private static final Set<String> COUNTER = Set.of("store", "dispenser");
  private static final Set<String> TAKERS = Set.of("pharmacist", "dispenser", "supervisor");
  private static final Set<String> CARE_MANAGER = Set.of("care-manager");
  private static final Set<String> LEADS = Set.of("supervisor", "care-manager");
  private static final Set<String> CLINICAL_LEADS = Set.of("pharmacist", "care-manager");
  private static final Set<String> READERS =
      Set.of("agent", "pharmacist", "supervisor", "care-manager");
  private static final Set<String> PRIVACY = Set.of("privacy-officer");

  private static final Map<String, Set<String>> DOORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("POST /calls/claim", DESK),
              Map.entry("GET /calls/current", DESK),
              Map.entry("GET /access-log", PRIVACY),
              Map.entry("GET /access-log/verification", PRIVACY),
              Map.entry("POST /calls/{id}/heartbeat", DESK),
              Map.entry("POST /calls/{id}/permit", DESK),
              Map.entry("POST /calls/{id}/outcome", DESK_AND_SUPERVISOR),
              Map.entry("POST /calls/{id}/release", DESK_AND_SUPERVISOR),
              Map.entry("POST /calls/{id}/reassign", SUPERVISOR),
              Map.entry("POST /calls/incoming", DESK),
              Map.entry("GET /number-requests", COUNTER),
              Map.entry("POST /number-requests/{customer}/close", COUNTER),
              Map.entry("POST /calls/{id}/warning", DESK),
              Map.entry("POST /incidents", DESK),
              Map.entry("GET /incidents", DESK_AND_SUPERVISOR),
              Map.entry("PUT /incidents/{id}/debrief/{part}", DESK_AND_SUPERVISOR),
              Map.entry("POST /incidents/{id}/close", SUPERVISOR),
              Map.entry("PUT /agents/me/state", DESK),
              Map.entry("GET /agents/me/state", DESK),
              Map.entry("GET /agents", SUPERVISOR),
              Map.entry("PUT /agents/{agent}/profile", SUPERVISOR),
              Map.entry("GET /calls/{id}/answers", DESK_AND_SUPERVISOR),
              Map.entry("PUT /calls/{id}/answers", DESK),
              Map.entry("POST /calls/{id}/transfer", DESK),
              Map.entry("GET /transfers", TAKERS),
              Map.entry("POST /transfers/{id}/take", TAKERS),
              Map.entry("POST /transfers/{id}/end", TAKERS),
              Map.entry("POST /transfers/{id}/withdraw", DESK),
              Map.entry("GET /exports/calls", Set.of("service", "integrator")),
              Map.entry("GET /calls/{id}/suspects", DESK_AND_SUPERVISOR),
              Map.entry("POST /reactions", DESK),
              Map.entry("GET /reactions", CLINIC),
              Map.entry("GET /reactions/causality-items", CLINIC),
              Map.entry("GET /reactions/{id}", CLINIC),
              Map.entry("GET /reactions/{id}/export", CLINIC),
              Map.entry("PUT /reactions/{id}/assessment", PHARMACIST),
              Map.entry("POST /reactions/{id}/report", CLINIC),
              Map.entry("POST /reactions/{id}/withdraw", PHARMACIST),
              Map.entry("GET /calls", SUPERVISOR),
              Map.entry("GET /calls/summary", SUPERVISOR),
              Map.entry("GET /in-person", COUNTER),
              Map.entry("POST /in-person/{id}/done", COUNTER),
              Map.entry("GET /messages", LEADS),
              Map.entry("GET /messages/summary", LEADS),
              Map.entry("GET /supervision/forecast", SUPERVISOR),
              Map.entry("GET /supervision/answer-rates", SUPERVISOR),
              Map.entry("GET /programmes", READERS),
              Map.entry("GET /programmes/{key}", READERS),
              Map.entry("PUT /programmes/{key}/draft", CARE_MANAGER),
              Map.entry("DELETE /programmes/{key}/draft", CARE_MANAGER),
              Map.entry("POST /programmes/{key}/simulate", LEADS),
              Map.entry("POST /programmes/{key}/publish", CARE_MANAGER),
              Map.entry("POST /programmes/{key}/retire", CARE_MANAGER),
              Map.entry("POST /programmes/{key}/pause", LEADS),
              Map.entry("POST /programmes/{key}/resume", LEADS),
              Map.entry("POST /replans", LEADS),
              Map.entry("GET /replans/last", LEADS),
              Map.entry("GET /experiments", Set.of("pharmacist", "supervisor", "care-manager")),
              Map.entry("PUT /experiments/{name}/approval", CLINICAL_LEADS),
              Map.entry("DELETE /experiments/{name}/approval", CLINICAL_LEADS)));

  /** Who has the link, or signs as the provider: proven in OptOutIT and MessageReportsIT. */
  private static final Set<String> OPEN =
      Set.of("GET /opt-out/{token}", "POST /opt-out/{token}", "POST /message-reports/{channel}");

  private static final Map<String, String> ALL_TEN =
      IntStream.rangeClosed(1, 10)
          .boxed()
          .collect(Collectors.toMap(String::valueOf, item -> "unknown"));

  private static final Visit EPOCH = Visit.of(Map.of("epoch", 7));

  /** How one visits a call, a transfer or a customer without being refused for what one says. */
  private static final Map<String, Visit> VISITS =
      Map.ofEntries(
          Map.entry("POST /calls/{id}/heartbeat", EPOCH),
          Map.entry("POST /calls/{id}/permit", EPOCH),
          Map.entry(
              "POST /calls/{id}/outcome", Visit.of(Map.of("epoch", 7, "disposition", "busy"))),
          Map.entry("POST /calls/{id}/release", EPOCH),
          Map.entry("POST /calls/{id}/reassign", Visit.of(Map.of("to", "somebody"))),
          Map.entry("POST /calls/{id}/warning", EPOCH),
          Map.entry(
              "PUT /calls/{id}/answers",
              Visit.of(Map.of("epoch", 7, "answers", Map.of("effect", "same")))),
          Map.entry(
              "POST /calls/{id}/transfer",
              Visit.of(
                  Map.of("epoch", 7, "redFlags", List.of("breathing"), "placeConfirmed", true))),
          Map.entry("POST /incidents/{id}/close", Visit.of(Map.of())),
          Map.entry("POST /transfers/{id}/take", Visit.of(Map.of())),
          Map.entry("POST /number-requests/{customer}/close", Visit.of(Map.of())),
          Map.entry("POST /in-person/{id}/done", Visit.of(Map.of())),
          Map.entry("PUT /reactions/{id}/assessment", Visit.of(Map.of("answers", ALL_TEN))),
          Map.entry("POST /reactions/{id}/report", Visit.of(Map.of("reference", "EV-1"))),
          Map.entry("POST /reactions/{id}/withdraw", Visit.of(Map.of())),
          Map.entry("POST /replans", Visit.of(Map.of("preview", true))),
          Map.entry("POST /calls/incoming", Visit.of(Map.of("customerId", UUID.randomUUID()))));

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          // Whose they are is said by who made the call, who took the transfer, or whom it happened
          // to, not by a store.
          Map.entry("GET /calls/{id}/answers", "ScriptIT"),
          Map.entry("GET /calls/{id}/suspects", "ReactionIT"),
          Map.entry("POST /transfers/{id}/end", "TransferIT"),
          Map.entry("POST /transfers/{id}/withdraw", "TransferIT"),
          Map.entry("PUT /incidents/{id}/debrief/{part}", "IncidentIT"),
          // These name an agent, a programme or an experiment, and no customer.
          Map.entry("PUT /agents/{agent}/profile", "AgentIT"),
          Map.entry("GET /programmes/{key}", "ProgrammesIT"),
          Map.entry("PUT /programmes/{key}/draft", "ProgrammesIT"),
          Map.entry("DELETE /programmes/{key}/draft", "ProgrammesIT"),
          Map.entry("POST /programmes/{key}/simulate", "ProgrammesIT"),
          Map.entry("POST /programmes/{key}/publish", "ProgrammesIT"),
          Map.entry("POST /programmes/{key}/retire", "ProgrammesIT"),
          Map.entry("POST /programmes/{key}/pause", "ProgrammesIT"),
          Map.entry("POST /programmes/{key}/resume", "ProgrammesIT"),
          Map.entry("PUT /experiments/{name}/approval", "HoldoutIT"),
          Map.entry("DELETE /experiments/{name}/approval", "HoldoutIT"));

  private static Chain chain;

  @BeforeAll
  static void openTheChain() {
    chain = new Chain();
  }

  @AfterAll
  static void closeTheChain() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

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
  protected Set<String> open() {
    return OPEN;
  }

  /**
   * A call of this store's, and all that may hang on one under the same id: a transfer, an
   * incident, a suspected reaction, a request for its customer's number, and something to say to
   * them at the counter.
   */
  @Override
  protected UUID of(String store) {
    var sale = SaleMother.lastNight().build();
    UUID id = UUID.fromString(chain.sells(sale, 1).getFirst().getString("id"));
    Post.plans(id, sale.customerId(), "greeting", "birthday", Channel.IN_PERSON, store);
    Chain.sql(
        """
        update call set store_id = '%2$s' where id = '%1$s';
        update message set id = '%1$s' where cause_id = '%1$s';
        insert into transfer (id, call_id, epoch, customer_id, store_id, agent, red_flags, place_confirmed, state,
          waiting_since, store_at)
        values ('%1$s', '%1$s', 1, '%3$s', '%2$s', 'ann', '{breathing}', true, 'store', '2026-03-10T15:00:00Z',
          '2026-03-10T15:00:30Z');
        insert into incident (id, call_id, customer_id, agent, kinds, helped, happened_at)
        values ('%1$s', '%1$s', '%3$s', 'ann', '{insult}', '{}', '2026-03-10T15:00:00Z');
        insert into number_request (customer_id, store_id, call_id, asked_at)
        values ('%1$s', '%2$s', '%1$s', '2026-03-10T15:00:00Z')
        """
            .formatted(id, store, sale.customerId()));
    suspects(id, sale.customerId());
    return id;
  }

  private static void suspects(UUID id, UUID customer) {
    chain.tells(CustomerMother.customer(customer).build());
    Awaitility.await()
        .until(
            () ->
                Chain.count(
                        "select count(*) from known_customer where id = '%s'".formatted(customer))
                    == 1);
    Desk.pharmacist("pia")
        .request()
        .body(
            Map.of(
                "id",
                id,
                "customerId",
                customer,
                "reporter",
                "patient",
                "events",
                List.of("rash"),
                "suspects",
                List.of(Map.of("system", "rxnorm", "code", "10001"))))
        .post("/reactions")
        .then()
        .statusCode(201);
  }
}
