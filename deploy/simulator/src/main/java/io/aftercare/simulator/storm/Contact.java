package io.aftercare.simulator.storm;

/** One step of one programme, as a sale deserves it. */
record Contact(String programme, int step) {

  @Override
  public String toString() {
    return programme + " " + step;
  }
}
