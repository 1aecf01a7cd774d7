package io.aftercare.simulator.privacy;

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

/** The command {@code reapply-erasures}. */
@Command(
    name = "reapply-erasures",
    mixinStandardHelpOptions = true,
    description =
        "After a restore: erases again whom the erasure ledger knows and the database still does.")
public final class ReapplyErasuresCommand implements Callable<Integer> {

  @Mixin private AccessOption accessOption = new AccessOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (House house = new House(accessOption.read(), Duration.ofSeconds(20))) {
      long erased =
          house
              .post(PrivacyOfficer.NAME, "customer-profile", "/erasures/reapply", Map.of())
              .expectOk("the ledger")
              .body()
              .path("erased")
              .asLong();
      out.printf("%d customers erased again%n", erased);
    }
    return 0;
  }
}
