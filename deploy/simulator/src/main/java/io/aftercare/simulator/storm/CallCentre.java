package io.aftercare.simulator.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** All agents of the storm, and the supervisor who gives back what was left with them. */
final class CallCentre {

  private static final int AGENTS = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Site site;
  private final Line line;
  private final List<Agent> agents = new ArrayList<>();
  private final String supervisor;

  CallCentre(Site site, Line line, Journal journal, long seed) {
    this.site = site;
    this.line = line;
    this.supervisor = site.tokens().of("storm-supervisor", null, "supervisor");
    for (int i = 0; i < AGENTS; i++) {
      agents.add(new Agent(site, line, journal, "agent-" + i, new Random(seed * 2_000 + i)));
    }
  }

  /** Works calls, in all moods, as long as it is open, and returns when the last is put down. */
  void run(BooleanSupplier open) {
    Crew crew = new Crew();
    for (Agent agent : agents) {
      crew.execute(
          () -> {
            while (open.getAsBoolean()) {
              if (!agent.work()) {
                Pause.of(Duration.ofMillis(300));
              }
            }
          });
    }
    crew.execute(
        () -> {
          while (open.getAsBoolean()) {
            Pause.of(Duration.ofSeconds(2));
            giveBack();
          }
        });
    crew.awaitEnd();
  }

  /**
   * Works properly until nobody is given a call any more, or the time is over; says whether the
   * queue ran dry.
   */
  boolean drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    giveBack();
    Crew crew = new Crew();
    for (Agent agent : agents) {
      crew.execute(
          () -> {
            boolean busy = true;
            while (busy && System.nanoTime() < end) {
              busy = agent.workProperly();
            }
          });
    }
    crew.awaitEnd();
    return System.nanoTime() < end;
  }

  /** The supervisor gives back whatever waits for one. */
  void giveBack() {
    String url = site.url("follow-up") + "/calls";
    if (line.get(url + "?state=supervisor&limit=200", supervisor, PATIENCE)
            instanceof Answer.Heard heard
        && heard.ok()) {
      for (JsonNode call : heard.body().path("items")) {
        line.post(
            url + "/" + call.path("id").asText() + "/release", supervisor, Map.of(), PATIENCE);
      }
    }
  }
}
