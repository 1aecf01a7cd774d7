package io.aftercare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.simulator.chain.PretendHouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {

  private static final String ANN = "0c9e1f5e-0000-4000-8000-000000000001";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void importingTwiceAddsNothing() throws IOException {
    data(
        "2023-03-01T08:00:00Z,2023-03-31T08:00:00Z,%s,e,314076,lisinopril 10 MG Oral Tablet,4.50,30,"
            .formatted(ANN));
    try (PretendHouse house = new PretendHouse()) {
      assertThat(importSynthea(house)).isZero();
      assertThat(out.toString())
          .contains("customers  accepted 1, repeated 0, refused 0, unsent 0")
          .contains("products   1 known")
          .contains("sales      accepted 30, repeated 0, refused 0, unsent 0");

      assertThat(importSynthea(house)).isZero();
      assertThat(out.toString())
          .contains("sales      accepted 0, repeated 30, refused 0, unsent 0");
      assertThat(reasons()).isEmpty();
    }
  }

  @Test
  void whatIsRefusedOrUnusableIsWrittenDownWithItsReason() throws IOException {
    data(
        "2023-03-01T08:00:00Z,2023-03-31T08:00:00Z,%s,e,314076,lisinopril 10 MG Oral Tablet,4.50,1,"
            .formatted(ANN),
        "never,,%s,e,314076,lisinopril 10 MG Oral Tablet,4.50,1,".formatted(ANN));
    try (PretendHouse house = new PretendHouse()) {
      house.dislikes(ANN);

      assertThat(importSynthea(house)).isOne();

      assertThat(out.toString()).contains("rows       1 could not be used").contains("why: ");
      assertThat(reasons())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readAllLines(file))
                      .containsExactly(
                          "what,index,id,field,message",
                          "row,3,medications.csv,START,is no time in UTC such as 2024-01-31T09:30:00Z: never",
                          "customer,1," + ANN + ",lines[0].quantity,must be more"));
    }
  }

  @Test
  void aFileOfCustomersIsReportedLineByLine() throws IOException {
    Path file = Files.writeString(folder.resolve("customers.csv"), "number\n1\n2\n");
    try (PretendHouse house = new PretendHouse()) {
      int status =
          run(
              "import",
              "customers",
              file.toString(),
              "--dry-run",
              "--as",
              "seeder",
              "--access",
              house.accessFile(folder).toString());

      assertThat(status).isOne();
      assertThat(out.toString())
          .contains("line 3, zone: must be a time zone")
          .contains("dry run, nothing is stored; 2 lines: 1 added, 0 unchanged, 1 refused");
    }
  }

  @Test
  void aHouseThatIsNotRunningIsSaidInOneLine() throws IOException {
    data();
    Path nowhere = folder.resolve("no/access.json");

    assertThat(run("import", "synthea", folder.toString(), "--access", nowhere.toString())).isOne();
    assertThat(err.toString())
        .isEqualTo("the house is not running (no " + nowhere + "): run ./aftercare up first\n");
  }

  @Test
  void aServiceThatDoesNotAnswerIsNamed() throws IOException {
    data();
    Path access;
    try (PretendHouse house = new PretendHouse()) {
      access = house.accessFile(folder);
    }

    assertThat(run("demo", "--access", access.toString())).isOne();
    assertThat(err.toString())
        .startsWith("keycloak does not answer at http://localhost:")
        .endsWith("run ./aftercare up first\n");
  }

  @Test
  void aStoreWithoutATillIsNamed() throws IOException {
    data();
    try (PretendHouse house = new PretendHouse()) {
      assertThat(importSynthea(house, "--store", "atlantis-1")).isOne();
      assertThat(err.toString()).isEqualTo("no store atlantis-1 has a till here\n");
    }
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(run("import", "synthea")).isEqualTo(2);
    assertThat(run("import")).isEqualTo(2);
    assertThat(run("import", "synthea", "x", "--speed", "fast")).isEqualTo(2);
    assertThat(run("import", "synthea", "x", "--days", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("DIR", "500/s", "--days must be 1 or more");
  }

  private void data(String... medications) throws IOException {
    Files.writeString(
        folder.resolve("patients.csv"),
        "Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER\n" + ANN + ",1950-01-01,,Ann,Miller,F\n");
    Files.writeString(
        folder.resolve("medications.csv"),
        "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,BASE_COST,DISPENSES,REASONCODE\n"
            + String.join("\n", medications));
  }

  private int importSynthea(PretendHouse house, String... more) throws IOException {
    String[] command = {
      "import", "synthea", folder.toString(), "--access", house.accessFile(folder).toString()
    };
    return run(Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
  }

  private int run(String... command) {
    return Simulator.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(command);
  }

  private List<Path> reasons() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("import-reasons-"))
          .toList();
    }
  }
}
