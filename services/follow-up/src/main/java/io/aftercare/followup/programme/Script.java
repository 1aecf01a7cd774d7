package io.aftercare.followup.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent may lean on while talking.
 *
 * @param lines in the order of the talk
 * @param redFlag when to stop the talk and hand over at once
 */
public record Script(String title, List<String> lines, @JsonProperty("red-flag") String redFlag) {

  /** The lines with the red flag below them, as they are shown. */
  public List<String> shown() {
    List<String> shown = new ArrayList<>(lines);
    shown.add(redFlag);
    return List.copyOf(shown);
  }
}
