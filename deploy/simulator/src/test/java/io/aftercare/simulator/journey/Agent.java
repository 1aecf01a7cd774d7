package io.aftercare.simulator.journey;

import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.chain.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Somebody in the call centre, at work on the queue. */
final class Agent {

  private final House house;
  private final String name;

  Agent(House house, String name) {
    this.house = house;
    this.name = name;
  }

  /** Takes the next call; empty when none is due. */
  Optional<SeenCall> takesNextCall() {
    Reply reply = house.post(name, "follow-up", "/calls/claim", Map.of()).expectOk("the claim");
    return reply.status() == 204 ? Optional.empty() : Optional.of(new SeenCall(reply.body()));
  }

  /**
   * Asks until a call is given: one that is being planned anew at the moment, because the customer
   * has just become known, is passed over by a claim.
   */
  SeenCall isGivenACall() {
    return Awaitility.await("a call for " + name)
        .atMost(Duration.ofSeconds(30))
        .until(this::takesNextCall, Optional::isPresent)
        .orElseThrow();
  }

  /** Asks for the number to dial; the reply is the permit or its refusal. */
  Reply asksToDial(SeenCall call) {
    return house.post(name, "follow-up", path(call, "permit"), Map.of("epoch", call.epoch()));
  }

  SeenCall records(SeenCall call, String disposition) {
    return records(call, disposition, Map.of());
  }

  /** Records what the call came to, with what else there is to say. */
  SeenCall records(SeenCall call, String disposition, Map<String, Object> more) {
    Map<String, Object> outcome = new LinkedHashMap<>(more);
    outcome.put("epoch", call.epoch());
    outcome.put("disposition", disposition);
    return new SeenCall(
        house
            .post(name, "follow-up", path(call, "outcome"), outcome)
            .expectOk("the outcome")
            .body());
  }

  /** Gives back what is held, if anything is. */
  void leavesTheDesk() {
    Reply held = house.get(name, "follow-up", "/calls/current").expectOk("the question");
    if (held.status() != 204) {
      SeenCall call = new SeenCall(held.body());
      house
          .post(name, "follow-up", path(call, "release"), Map.of("epoch", call.epoch()))
          .expectOk("the release");
    }
  }

  private static String path(SeenCall call, String verb) {
    return "/calls/" + call.id() + "/" + verb;
  }
}
