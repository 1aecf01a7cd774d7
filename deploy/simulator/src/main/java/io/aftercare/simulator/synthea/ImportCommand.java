package io.aftercare.simulator.synthea;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.Access;
import io.aftercare.simulator.chain.AccessOption;
import io.aftercare.simulator.chain.CannotGoOn;
import io.aftercare.simulator.chain.House;
import io.aftercare.simulator.chain.Speed;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code import synthea DIR}. */
@Command(
    name = "synthea",
    mixinStandardHelpOptions = true,
    description =
        "Sells again what Synthea's patients were dispensed. Doing it twice adds nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything is in the house",
      "1:something was refused, unsent or could not be used",
      "2:wrong use"
    })
public final class ImportCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Parameters(
      paramLabel = "DIR",
      description = "folder with Synthea's patients.csv and medications.csv")
  private @Nullable Path folder;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "first day of the data to take, such as 2023-10-01")
  private @Nullable LocalDate from;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "how many days to take; without --from the last ones")
  private @Nullable Integer days;

  @Option(
      names = "--shift-to-now",
      description = "the last N days of the data become the last N days of today")
  private boolean shiftToNow;

  @Option(
      names = "--store",
      paramLabel = "ID",
      defaultValue = "boston-1",
      description = "who sells (default: ${DEFAULT-VALUE})")
  private String store = "boston-1";

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      defaultValue = "4",
      converter = Speeds.class,
      description =
          "batches of 500 under way at once, such as 8, or items a second, such as 500/s (default: ${DEFAULT-VALUE})")
  private Speed speed = Speed.usual();

  @Option(
      names = "--reasons",
      paramLabel = "FILE",
      description = "where to say why something was refused")
  private @Nullable Path reasonsFile;

  @Mixin private AccessOption accessOption = new AccessOption();

  @Spec private @Nullable CommandSpec spec;

  static final class Speeds implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String written) {
      try {
        return Speed.parse(written);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    if (days != null && days < 1) {
      throw new ParameterException(command.commandLine(), "--days must be 1 or more");
    }
    PrintWriter out = command.commandLine().getOut();
    Access access = accessOption.read();
    Path folder = Objects.requireNonNull(this.folder);
    Path reasonsFile = this.reasonsFile == null ? besideAccess(access) : this.reasonsFile;
    Console console = System.console();
    try (House house = new House(access, PATIENCE);
        Reasons reasons = new Reasons(reasonsFile)) {
      ImportSynthea importSynthea =
          new ImportSynthea(
              house, Catalogue.demo(), reasons, out, console != null && console.isTerminal());
      boolean complete =
          importSynthea.run(new ImportSynthea.Wish(folder, from, days, shiftToNow, store, speed));
      if (reasons.any()) {
        out.println("why: " + reasons.file());
      }
      return complete ? 0 : 1;
    } catch (CannotGoOn e) {
      out.flush();
      throw e;
    }
  }

  private Path besideAccess(Access access) {
    String stamp = access.clock().instant().atOffset(ZoneOffset.UTC).format(STAMP);
    return accessOption.folder().resolve("import-reasons-" + stamp + ".csv");
  }
}
