package io.aftercare.simulator.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.simulator.chain.AccessOption;
import io.aftercare.simulator.chain.House;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code verify-audit}. */
@Command(
    name = "verify-audit",
    mixinStandardHelpOptions = true,
    description =
        "Goes along every service's sealed access log. Names the first record that was changed,"
            + " taken away or slipped in; exit code 1 then.")
public final class VerifyAuditCommand implements Callable<Integer> {

  private static final List<String> SERVICES =
      List.of("sales", "customer-profile", "follow-up", "feedback");

  @Mixin private AccessOption accessOption = new AccessOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    boolean intact = true;
    try (House house = new House(accessOption.read(), Duration.ofSeconds(20))) {
      for (String service : SERVICES) {
        JsonNode found =
            house
                .get(PrivacyOfficer.NAME, service, "/access-log/verification")
                .expectOk("the question")
                .body();
        out.println(service + ": " + said(found));
        intact &= found.path("intact").asBoolean();
      }
    }
    return intact ? 0 : 1;
  }

  private static String said(JsonNode found) {
    if (found.path("intact").asBoolean()) {
      return "%d records hold, the chain ends with %s"
          .formatted(found.path("records").asLong(), found.path("end").asText());
    }
    JsonNode broken = found.path("broken");
    return "BROKEN at place %d: the record %sis %s; %d records before it hold"
        .formatted(
            broken.path("place").asLong(),
            broken.has("id") ? broken.path("id").asText() + " " : "",
            broken.path("wrong").asText(),
            found.path("records").asLong());
  }
}
