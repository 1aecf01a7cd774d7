package io.aftercare.simulator.synthea;

import io.aftercare.simulator.chain.CannotGoOn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Everything the data tells: its patients, and what was dispensed to them in the order of time. The
 * rows are held in memory; the many dispensings that each stands for are made one by one as they
 * are asked for.
 */
final class History {

  private final Map<UUID, Patient> patients;
  private final List<Medication> medications;
  private final Instant end;

  History(Map<UUID, Patient> patients, List<Medication> medications) {
    this.patients = patients;
    this.medications = medications;
    this.end =
        medications.stream()
            .map(Medication::latest)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
  }

  /**
   * Reads a folder of Synthea's CSV export.
   *
   * @param bad told every row that cannot be used; the others are
   * @throws CannotGoOn when the folder, a file or a column is missing
   */
  static History read(Path folder, Consumer<BadRow> bad) {
    if (!Files.isDirectory(folder)) {
      throw new CannotGoOn("there is no folder " + folder);
    }
    CsvFile patientFile = new CsvFile(folder.resolve("patients.csv"), Patient.COLUMNS);
    CsvFile medicationFile = new CsvFile(folder.resolve("medications.csv"), Medication.COLUMNS);
    Map<UUID, Patient> patients = new LinkedHashMap<>();
    patientFile.read(Patient::of, patient -> patients.put(patient.id(), patient), bad);
    List<Medication> medications = new ArrayList<>();
    medicationFile.read(row -> known(Medication.of(row), patients), medications::add, bad);
    return new History(patients, medications);
  }

  private static Medication known(Medication medication, Map<UUID, Patient> patients)
      throws Row.Misfit {
    if (!patients.containsKey(medication.patient())) {
      throw new Row.Misfit("PATIENT", "is not in patients.csv: " + medication.patient());
    }
    return medication;
  }

  Map<UUID, Patient> patients() {
    return patients;
  }

  List<Medication> medications() {
    return medications;
  }

  /** The last instant that any medication tells of: where medicines still taken are cut off. */
  Instant end() {
    return end;
  }

  /** The dispensings that are wanted, earliest first; rows of one instant in the file's order. */
  Iterator<Dispensing> dispensings(Predicate<Dispensing> wanted) {
    return new ByTime(wanted);
  }

  /** Merges the rows by time: each row waits in a queue with its next dispensing. */
  private final class ByTime implements Iterator<Dispensing> {

    private final PriorityQueue<Dispensing> next =
        new PriorityQueue<>(
            Comparator.comparing(Dispensing::at)
                .thenComparing(dispensing -> dispensing.medication().line()));
    private final Predicate<Dispensing> wanted;

    ByTime(Predicate<Dispensing> wanted) {
      this.wanted = wanted;
      medications.forEach(medication -> offer(medication, 0));
    }

    private void offer(Medication medication, int from) {
      for (int k = from; k < medication.dispenses(); k++) {
        Dispensing dispensing = new Dispensing(medication, k, medication.dispensedAt(k, end));
        if (wanted.test(dispensing)) {
          next.add(dispensing);
          return;
        }
      }
    }

    @Override
    public boolean hasNext() {
      return !next.isEmpty();
    }

    @Override
    public Dispensing next() {
      Dispensing earliest = next.poll();
      if (earliest == null) {
        throw new NoSuchElementException();
      }
      offer(earliest.medication(), earliest.k() + 1);
      return earliest;
    }
  }
}
