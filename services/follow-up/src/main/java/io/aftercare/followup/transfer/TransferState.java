package io.aftercare.followup.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * Where a transfer stands.
 *
 * <pre>
 * waiting    → store       no pharmacist of the call centre took it in time
 * store      → supervisor  nor did the store's
 * waiting, store, supervisor → taken      somebody took over
 *                            → withdrawn  the agent needs nobody any more
 * taken      → ended       with what came of it
 * </pre>
 */
enum TransferState {
  @JsonProperty("waiting")
  WAITING("waiting"),
  @JsonProperty("store")
  STORE("store"),
  @JsonProperty("supervisor")
  SUPERVISOR("supervisor"),
  @JsonProperty("taken")
  TAKEN("taken"),
  @JsonProperty("ended")
  ENDED("ended"),
  @JsonProperty("withdrawn")
  WITHDRAWN("withdrawn");

  private final String key;

  TransferState(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  static TransferState of(String key) {
    return Arrays.stream(values())
        .filter(state -> state.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no transfer state " + key));
  }
}
