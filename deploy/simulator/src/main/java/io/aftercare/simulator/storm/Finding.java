package io.aftercare.simulator.storm;

/**
 * One thing that is wrong.
 *
 * @param id of what it is wrong with
 * @param words what is wrong, to be read by a person
 */
record Finding(Trouble trouble, Row row, String id, String words) {

  enum Trouble {
    LOST,
    DOUBLED,
    STALE,
    STRANDED
  }

  /** What the report counts. */
  enum Row {
    SALES("sales"),
    CHANGES("voids and returns"),
    CUSTOMERS("customers"),
    CALLS("calls"),
    PERMITS("permits"),
    OUTCOMES("outcomes"),
    FEEDBACK("surveys, complaints"),
    EVENTS("events");

    private final String words;

    Row(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return "%-8s %-20s %s  %s"
        .formatted(trouble.name().toLowerCase(java.util.Locale.ROOT), row.words, id, words);
  }
}
