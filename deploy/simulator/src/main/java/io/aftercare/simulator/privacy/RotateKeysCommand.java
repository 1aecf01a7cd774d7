package io.aftercare.simulator.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.simulator.chain.AccessOption;
import io.aftercare.simulator.chain.House;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code rotate-keys}. */
@Command(
    name = "rotate-keys",
    mixinStandardHelpOptions = true,
    description =
        "Wraps every customer's data key with the newest master key while the service works. Broken"
            + " off, it goes on from there.")
public final class RotateKeysCommand implements Callable<Integer> {

  @Mixin private AccessOption accessOption = new AccessOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    long rewrapped = 0;
    String after = "";
    try (House house = new House(accessOption.read(), Duration.ofSeconds(20))) {
      do {
        JsonNode done =
            house
                .post(PrivacyOfficer.NAME, "customer-profile", "/keys/rotation" + after, Map.of())
                .expectOk("the rotation")
                .body();
        rewrapped += done.path("rewrapped").asLong();
        after = done.hasNonNull("next") ? "?after=" + done.path("next").asText() : "";
      } while (!after.isEmpty());
    }
    out.printf(
        "%d keys wrapped by the newest master key; none is left with an older one%n", rewrapped);
    return 0;
  }
}
