package io.aftercare.simulator.demo;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.AccessOption;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.demo.OpenDemoChain.Opened;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Opens a small chain in eight time zones, or brings it up to today. Doing it twice adds nothing.")
public final class DemoCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin private AccessOption accessOption = new AccessOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (House house = new House(accessOption.read(), PATIENCE)) {
      Opened opened = new OpenDemoChain(house, DemoData.load(Catalogue.demo())).run();
      out.printf(
          "demo chain: %d stores, %d products, %d customers (%d new), %d sales (%d new)%n",
          opened.stores(),
          opened.products(),
          opened.customers().answered(),
          opened.customers().accepted(),
          opened.sales().answered(),
          opened.sales().accepted());
    }
    return 0;
  }
}
