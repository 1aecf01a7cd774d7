package io.aftercare.followup.drafting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a draft would have made of past sales, together with the other programmes in force.
 *
 * @param from the sales looked at begin here
 * @param to and end before this
 * @param sales how many there were
 * @param events how many recalls and resolved complaints were looked at; none where the rule asks
 *     for none
 * @param offers how many offers to customers it would have put into words
 * @param complete all of them were looked at; otherwise the first ones, as far as it went
 * @param calls it would have made
 * @param messages it would have sent
 * @param said the same in a sentence
 * @param skills calls and hours by skill
 * @param days what would have fallen due on each local date
 * @param notCounted what could not be counted, a sentence each
 */
record Simulation(
    Instant from,
    Instant to,
    int sales,
    int events,
    int offers,
    boolean complete,
    int calls,
    int messages,
    String said,
    List<OfSkill> skills,
    List<OfDay> days,
    List<String> notCounted) {

  /**
   * What one skill would have been asked for.
   *
   * @param hours on the phone, as long as calls usually take
   */
  record OfSkill(String skill, int calls, double hours) {}

  /** What would have fallen due for one skill on one date. */
  record OfDay(LocalDate date, String skill, @JsonProperty("contacts") int contacts) {}
}
