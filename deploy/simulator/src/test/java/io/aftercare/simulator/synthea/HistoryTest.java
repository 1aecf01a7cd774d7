package io.aftercare.simulator.synthea;

import static io.aftercare.simulator.synthea.Rows.ANN;
import static io.aftercare.simulator.synthea.Rows.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.simulator.chain.CannotGoOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @TempDir private Path folder;

  private final List<BadRow> bad = new ArrayList<>();

  @Test
  void aRowHoldsAsManyDispensingsAsItSaysSpreadEvenlyFromItsStart() throws IOException {
    History history = read(Rows.medication(ANN, "2023-03-01T08:00:00Z", "2023-03-31T08:00:00Z", 3));

    assertThat(times(history))
        .containsExactly("2023-03-01T08:00:00Z", "2023-03-11T08:00:00Z", "2023-03-21T08:00:00Z");
  }

  @Test
  void aMedicineStillTakenIsSpreadUpToTheEndOfTheData() throws IOException {
    History history =
        read(
            Rows.medication(ANN, "2023-03-01T08:00:00Z", "", 2),
            Rows.medication(BEN, "2023-03-05T08:00:00Z", "2023-03-21T08:00:00Z", 1));

    assertThat(history.end()).isEqualTo("2023-03-21T08:00:00Z");
    assertThat(times(history))
        .containsExactly("2023-03-01T08:00:00Z", "2023-03-05T08:00:00Z", "2023-03-11T08:00:00Z");
  }

  @Test
  void aRowThatStartsAndStopsAtOnceIsDispensedThere() throws IOException {
    History history = read(Rows.medication(ANN, "2023-03-01T08:00:00Z", "2023-03-01T08:00:00Z", 2));

    assertThat(times(history)).containsExactly("2023-03-01T08:00:00Z", "2023-03-01T08:00:00Z");
  }

  @Test
  void whatIsNotWantedIsLeftOut() throws IOException {
    History history =
        read(Rows.medication(ANN, "2023-03-01T00:00:00Z", "2023-03-11T00:00:00Z", 10));

    Instant from = Instant.parse("2023-03-08T00:00:00Z");
    List<Dispensing> wanted = new ArrayList<>();
    history
        .dispensings(dispensing -> !dispensing.at().isBefore(from))
        .forEachRemaining(wanted::add);

    assertThat(wanted).extracting(Dispensing::k).containsExactly(7, 8, 9);
  }

  @Test
  void badRowsAreNamedAndTheOthersUsed() throws IOException {
    Rows.write(
        folder,
        List.of(Rows.patient(ANN, "1950-01-01", ""), Rows.patient(BEN, "long ago", "")),
        List.of(
            Rows.medication(ANN, "yesterday", "", 1),
            Rows.medication(ANN, "2023-03-02T08:00:00Z", "2023-03-01T08:00:00Z", 1),
            Rows.medication(ANN, "2023-03-01T08:00:00Z", "", "many", "4.50"),
            Rows.medication(ANN, "2023-03-01T08:00:00Z", "", "1", "-4.50"),
            Rows.medication(BEN, "2023-03-01T08:00:00Z", "", 1),
            "too,few",
            "\"never closed",
            Rows.medication(ANN, "2023-03-01T08:00:00Z", "", 1)));

    History history = History.read(folder, bad::add);

    assertThat(history.medications()).singleElement().extracting(Medication::line).isEqualTo(9L);
    assertThat(bad)
        .extracting(BadRow::file, BadRow::line, BadRow::field)
        .containsExactly(
            tuple("patients.csv", 3L, "BIRTHDATE"),
            tuple("medications.csv", 2L, "START"),
            tuple("medications.csv", 3L, "STOP"),
            tuple("medications.csv", 4L, "DISPENSES"),
            tuple("medications.csv", 5L, "BASE_COST"),
            tuple("medications.csv", 6L, "PATIENT"),
            tuple("medications.csv", 7L, ""),
            tuple("medications.csv", 8L, ""));
    assertThat(bad).extracting(BadRow::reason).allMatch(reason -> !reason.isBlank());
  }

  @Test
  void whatIsMissingIsSaidInOneLine() throws IOException {
    assertThatThrownBy(() -> History.read(folder.resolve("nowhere"), bad::add))
        .isInstanceOf(CannotGoOn.class)
        .hasMessage("there is no folder " + folder.resolve("nowhere"));

    assertThatThrownBy(() -> History.read(folder, bad::add))
        .hasMessage("there is no " + folder.resolve("patients.csv"));

    Rows.write(folder, List.of(), List.of());
    Files.writeString(folder.resolve("medications.csv"), "START,STOP,PATIENT,CODE\n");
    assertThatThrownBy(() -> History.read(folder, bad::add))
        .hasMessage(
            folder.resolve("medications.csv")
                + " has no column ENCOUNTER, DESCRIPTION, BASE_COST, DISPENSES, REASONCODE");

    Files.writeString(folder.resolve("medications.csv"), "");
    assertThatThrownBy(() -> History.read(folder, bad::add))
        .hasMessage(folder.resolve("medications.csv") + " is empty");
  }

  @Test
  void peopleAreCalledWithoutTheNumbersBehindTheirNames() throws IOException {
    History history = read();

    assertThat(history.patients().get(ANN))
        .extracting(Patient::givenName, Patient::familyName)
        .containsExactly("Ann", "Miller");
  }

  private History read(String... medications) throws IOException {
    Rows.write(
        folder,
        List.of(Rows.patient(ANN, "1950-01-01", ""), Rows.patient(BEN, "1950-01-01", "")),
        List.of(medications));
    return History.read(folder, bad::add);
  }

  private static List<String> times(History history) {
    List<String> times = new ArrayList<>();
    history
        .dispensings(dispensing -> true)
        .forEachRemaining(dispensing -> times.add(dispensing.at().toString()));
    return times;
  }
}
