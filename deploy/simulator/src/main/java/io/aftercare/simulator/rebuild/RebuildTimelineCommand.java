package io.aftercare.simulator.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.simulator.chain.AccessOption;
import io.aftercare.simulator.chain.House;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code rebuild timeline}: part by part from the owners' exports, while all runs on.
 */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description = "Enters anew into customers' timelines what all services have to tell.")
public final class RebuildTimelineCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PROFILE = "customer-profile";

  /** The one client of the realm that speaks as a service of the house. */
  private static final String SERVICE = "follow-up";

  private record Source(String service, String what) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source("sales", "sales"),
          new Source("follow-up", "calls"),
          new Source("feedback", "complaints"),
          new Source("feedback", "surveys"));

  @Mixin private AccessOption access;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (House house = new House(access.read(), PATIENCE)) {
      house.expectUp(PROFILE, "sales", "follow-up", "feedback", "keycloak");
      Map<String, Integer> entries = new LinkedHashMap<>();
      for (Source source : SOURCES) {
        entries.put(source.what(), rebuild(house, source));
      }
      entries.put(
          "consents",
          house
              .post(SERVICE, PROFILE, "/timeline/rebuild/consents", Map.of())
              .expectOk("the consents")
              .body()
              .path("entries")
              .asInt());
      entries.forEach((what, count) -> out.printf("%-12s %,10d entries%n", what, count));
    }
    return 0;
  }

  private static int rebuild(House house, Source source) {
    int entries = 0;
    String cursor = "";
    do {
      String path = "/exports/" + source.what() + (cursor.isEmpty() ? "" : "?cursor=" + cursor);
      JsonNode part =
          house.get(SERVICE, source.service(), path).expectOk("a reader of " + path).body();
      if (!part.path("items").isEmpty()) {
        entries +=
            house
                .post(SERVICE, PROFILE, "/timeline/rebuild", Map.of("events", part.path("items")))
                .expectOk("entries of " + source.what())
                .body()
                .path("entries")
                .asInt();
      }
      cursor = part.path("next").asText("");
    } while (!cursor.isEmpty());
    return entries;
  }
}
