package io.aftercare.simulator.synthea;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient of the data. Identity numbers, address and money are not read.
 *
 * @param died null while alive
 */
record Patient(
    UUID id,
    LocalDate born,
    @Nullable LocalDate died,
    String givenName,
    String familyName,
    String sex) {

  static final List<String> COLUMNS =
      List.of("Id", "BIRTHDATE", "DEATHDATE", "FIRST", "LAST", "GENDER");

  static Patient of(Row row) throws Row.Misfit {
    return new Patient(
        row.uuid("Id"),
        row.date("BIRTHDATE"),
        row.dateOrNone("DEATHDATE"),
        speakable(row.required("FIRST")),
        speakable(row.required("LAST")),
        row.text("GENDER"));
  }

  /** Synthea tells its people apart by numbers behind their names; nobody is called Jackie93. */
  private static String speakable(String name) {
    String letters = name.replaceAll("\\d", "").strip();
    return letters.isEmpty() ? name : letters;
  }
}
