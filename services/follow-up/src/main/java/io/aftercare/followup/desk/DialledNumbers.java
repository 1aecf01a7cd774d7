package io.aftercare.followup.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers given out for attempts that have not ended, in memory alone: a number is never
 * written down here. It is needed again when the agent finds it to be wrong.
 */
@ApplicationScoped
class DialledNumbers {

  /**
   * Several attempts per agent of a large call centre; the number of one that is forgotten is asked
   * for again.
   */
  private static final int REMEMBERED = 20_000;

  private record Attempt(UUID call, long epoch) {}

  private final ConcurrentHashMap<Attempt, String> numbers = new ConcurrentHashMap<>();

  void remember(UUID call, long epoch, String number) {
    if (numbers.size() >= REMEMBERED) {
      numbers.clear();
    }
    numbers.put(new Attempt(call, epoch), number);
  }

  Optional<String> find(UUID call, long epoch) {
    return Optional.ofNullable(numbers.get(new Attempt(call, epoch)));
  }

  void forget(UUID call, long epoch) {
    numbers.remove(new Attempt(call, epoch));
  }
}
