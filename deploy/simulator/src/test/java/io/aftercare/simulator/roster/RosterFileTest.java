package io.aftercare.simulator.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.simulator.chain.CannotGoOn;
import io.aftercare.simulator.roster.RosterFile.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTest {

  @TempDir private Path folder;

  @Test
  void aSmallFileIsOnePart() throws IOException {
    assertThat(parts("number,givenName\n1,Ada\n2,Bo\n"))
        .containsExactly(new Part("number,givenName\n1,Ada\n2,Bo\n", 2));
  }

  @Test
  void eachPartBeginsWithTheHeaderAndKnowsItsPlace() throws IOException {
    List<Part> parts = parts("sep=;\nnumber;givenName\n" + "1;Ada\n".repeat(10_001));

    assertThat(parts).hasSize(2);
    assertThat(parts.get(1)).isEqualTo(new Part("sep=;\nnumber;givenName\n1;Ada\n", 10_003));
  }

  @Test
  void aCellOverSeveralLinesIsNotTornApart() throws IOException {
    String row = "1,\"Ada\nthe \"\"first\"\"\"\n";
    List<Part> parts = parts("number,givenName\n" + row.repeat(10_001));

    assertThat(parts).hasSize(2);
    assertThat(parts.get(1)).isEqualTo(new Part("number,givenName\n" + row, 20_002));
  }

  @Test
  void anEmptyFileIsLeftToTheHouseToRefuse() throws IOException {
    assertThat(parts("")).containsExactly(new Part("", 1));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> RosterFile.open(folder.resolve("none.csv")))
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("none.csv");
  }

  private List<Part> parts(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("customers.csv"), text);
    List<Part> parts = new ArrayList<>();
    try (RosterFile roster = RosterFile.open(file)) {
      for (Part part = roster.next(true); part != null; part = roster.next(false)) {
        parts.add(part);
      }
    }
    return parts;
  }
}
