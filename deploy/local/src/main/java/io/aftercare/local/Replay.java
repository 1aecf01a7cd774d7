package io.aftercare.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.local.parts.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends back what a service could not apply, once the reason is mended. */
@Command(
    name = "replay",
    description =
        "Sends the records a service has set aside back to where they came from, each once.")
final class Replay implements Callable<Integer> {

  @Parameters(paramLabel = "SERVICE", description = "The service that set them aside.")
  private String service = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path access = Home.find().state().resolve("access.json");
    if (new Launch(Home.find().state()).running().isEmpty() || !Files.exists(access)) {
      System.err.println("The house is not up.");
      return Up.REFUSED;
    }
    ObjectMapper mapper = new ObjectMapper();
    JsonNode known = mapper.readTree(access.toFile());
    Map<String, Integer> sent = new DeadLetters(known.path("kafka").asText()).sendBack(service);
    if (json) {
      System.out.println(mapper.writeValueAsString(sent));
    } else if (sent.isEmpty()) {
      System.out.println(service + " has set nothing aside.");
    } else {
      sent.forEach((topic, count) -> System.out.println(count + " sent back to " + topic));
    }
    return 0;
  }
}
