package io.aftercare.kit.outbox;

import io.aftercare.kit.problem.Problems;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Part of all that a service has to tell, by key: each aggregate as its last event would tell it
 * again. Others rebuild from it what topics no longer hold.
 *
 * @param next where the next part begins, as the parameter cursor says it; absent when this was the
 *     last
 */
public record Export(List<Told> items, @Nullable UUID next) {

  /** Items in a part. */
  public static final int SIZE = 500;

  /**
   * One aggregate.
   *
   * @param type the CloudEvents type
   * @param data the contract record
   */
  public record Told(String type, UUID key, long version, Instant time, Object data) {}

  /**
   * @param events by key, at most {@link #SIZE}
   */
  public static Export of(List<Event> events) {
    return new Export(
        events.stream()
            .map(
                event ->
                    new Told(
                        event.type(), event.key(), event.version(), event.time(), event.data()))
            .toList(),
        events.size() < SIZE ? null : events.getLast().key());
  }

  /**
   * Where a part begins.
   *
   * @return before all keys when the cursor is absent
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is none
   */
  public static UUID after(@Nullable String cursor) {
    if (cursor == null) {
      return new UUID(0, 0);
    }
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException foreign) {
      throw Problems.invalid("cursor", "must be what an earlier part gave as next");
    }
  }
}
