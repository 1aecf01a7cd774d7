package io.aftercare.simulator.storm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * A client that does not give up: what is not answered is asked again after a pause, and noted as
 * unheard. Only when the house stays silent long after the storm is it left so.
 */
final class Persistence {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Journal journal;

  Persistence(Journal journal) {
    this.journal = journal;
  }

  /** Asks until there is an answer; empty when none came. */
  Optional<Answer.Heard> ask(Entry.Deed deed, String subject, Supplier<Answer> request) {
    return ask(deed, List.of(subject), request);
  }

  /** As above, for one request about several subjects. */
  Optional<Answer.Heard> ask(Entry.Deed deed, List<String> subjects, Supplier<Answer> request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = 0; System.nanoTime() < end; attempt++) {
      switch (request.get()) {
        case Answer.Heard heard -> {
          if (heard.status() != 429) {
            return Optional.of(heard);
          }
        }
        case Answer.Unheard(String why) ->
            subjects.forEach(subject -> journal.write(new Entry.Unheard(deed, subject, why)));
        case Answer.Unsent unsent -> {}
      }
      long longest = Math.min(2_000, 100L << Math.min(attempt, 5));
      Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest)));
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return Optional.empty();
  }
}
