package io.aftercare.profile.heard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.timeline.Entry;
import io.aftercare.profile.timeline.RecordConsents;
import io.aftercare.profile.timeline.RecordEntries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Enters anew what the other services have to tell, whether or not it was heard before. What was
 * heard since stands, and who was erased stays erased.
 */
@ApplicationScoped
class RebuildTimeline {

  /**
   * One aggregate as its owner exports it.
   *
   * @param type the CloudEvents type
   * @param key the aggregate's id
   * @param time of its last event
   * @param data the contract record
   */
  record Told(
      @NotNull String type,
      @NotNull UUID key,
      @NotNull Long version,
      @NotNull Instant time,
      @NotNull JsonNode data) {}

  private final Scoped scoped;
  private final RecordEntries recordEntries;
  private final RecordConsents recordConsents;
  private final ObjectMapper json;

  RebuildTimeline(
      Scoped scoped,
      RecordEntries recordEntries,
      RecordConsents recordConsents,
      ObjectMapper json) {
    this.scoped = scoped;
    this.recordEntries = recordEntries;
    this.recordConsents = recordConsents;
    this.json = json;
  }

  /**
   * The number of entries that were told.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when one cannot be read; none is
   *     entered then
   */
  Uni<Integer> rebuild(List<Told> told) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      entries.addAll(read(told.get(i), i));
    }
    return scoped.inTransaction(
        new Reach.House(),
        transaction -> recordEntries.record(transaction, entries).replaceWith(entries.size()));
  }

  /** The service's own part: every answer of consent that anybody gave. */
  Uni<Integer> rebuildConsents() {
    return scoped.inTransaction(new Reach.House(), recordConsents::recordAll);
  }

  private List<Entry> read(Told told, int place) {
    try {
      return EntryEvents.read(told.type(), told.time(), json.writeValueAsBytes(told.data()), json);
    } catch (IOException unreadable) {
      throw Problems.invalid(
          "events[%d].data".formatted(place),
          "must be the data of %s: %s".formatted(told.type(), unreadable.getMessage()));
    }
  }
}
