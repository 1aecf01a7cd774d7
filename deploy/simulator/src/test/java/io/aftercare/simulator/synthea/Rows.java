package io.aftercare.simulator.synthea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Writes small exports in the test's own words. */
final class Rows {

  static final UUID ANN = UUID.fromString("0c9e1f5e-0000-4000-8000-000000000001");
  static final UUID BEN = UUID.fromString("0c9e1f5e-0000-4000-8000-000000000002");

  private static final String PATIENTS = "Id,BIRTHDATE,DEATHDATE,SSN,FIRST,LAST,GENDER";
  private static final String MEDICATIONS =
      "START,STOP,PATIENT,PAYER,ENCOUNTER,CODE,DESCRIPTION,BASE_COST,PAYER_COVERAGE,DISPENSES,TOTALCOST,REASONCODE,REASONDESCRIPTION";

  private Rows() {}

  static String patient(UUID id, String born, String died) {
    return "%s,%s,%s,000-00-0000,Ann12,Miller345,F".formatted(id, born, died);
  }

  static String medication(UUID patient, String start, String stop, int dispenses) {
    return medication(patient, start, stop, Integer.toString(dispenses), "4.50");
  }

  static String medication(UUID patient, String start, String stop, String dispenses, String cost) {
    return "%s,%s,%s,payer,encounter-1,314076,lisinopril 10 MG Oral Tablet,%s,0.00,%s,9.00,59621000,Pressure"
        .formatted(start, stop, patient, cost, dispenses);
  }

  static Path write(Path folder, List<String> patients, List<String> medications)
      throws IOException {
    write(folder.resolve("patients.csv"), PATIENTS, patients);
    write(folder.resolve("medications.csv"), MEDICATIONS, medications);
    return folder;
  }

  private static void write(Path file, String header, List<String> rows) throws IOException {
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }
}
