package io.aftercare.simulator.storm;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One agent at work: takes the next call, says that they are there, asks for the number, records
 * what was found. Now and then they fall asleep beyond their lease and then go on as if nothing had
 * happened, or leave the desk in the middle of a call.
 */
final class Agent {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private record Held(UUID call, long epoch) {}

  private final Site site;
  private final Line line;
  private final Journal journal;
  private final Persistence persistence;
  private final String name;
  private final String token;
  private final Random random;

  Agent(Site site, Line line, Journal journal, String name, Random random) {
    this.site = site;
    this.line = line;
    this.journal = journal;
    this.persistence = new Persistence(journal);
    this.name = name;
    this.token = site.tokens().of(name, null, "agent");
    this.random = random;
  }

  /** Works one call in whatever mood; says whether there was one. */
  boolean work() {
    Optional<Held> next = claim();
    next.ifPresent(this::inSomeMood);
    return next.isPresent();
  }

  /** Works one call as it should be; says whether there was one. */
  boolean workProperly() {
    Optional<Held> next = claim();
    next.ifPresent(held -> phone(held, false));
    return next.isPresent();
  }

  private Optional<Held> claim() {
    return persistence
        .ask(
            Entry.Deed.CLAIM, name, () -> line.post(url("/calls/claim"), token, Map.of(), PATIENCE))
        .flatMap(this::taken);
  }

  private Optional<Held> taken(Answer.Heard heard) {
    if (heard.status() == 204) {
      return Optional.empty();
    }
    if (!heard.ok()) {
      journal.write(new Entry.Refused(Entry.Deed.CLAIM, name, heard.problem()));
      return Optional.empty();
    }
    Held held =
        new Held(
            UUID.fromString(heard.body().path("id").asText()), heard.body().path("epoch").asLong());
    journal.write(new Entry.Claimed(held.call(), held.epoch(), name, System.nanoTime()));
    return Optional.of(held);
  }

  private void inSomeMood(Held held) {
    int mood = random.nextInt(100);
    if (mood < 74) {
      phone(held, mood < 5);
    } else if (mood < 80) {
      write(Entry.Deed.RELEASE, "release", held, Map.of(), null);
    } else if (mood < 97) {
      if (mood >= 93) {
        write(Entry.Deed.PERMIT, "permit", held, Map.of(), null);
      }
      sleep();
      goOn(held);
    } else {
      sleep();
    }
  }

  /** Beyond the lease; mostly not long beyond, so that whoever has the call now is still at it. */
  private void sleep() {
    int beyond = random.nextInt(3) == 0 ? 6_000 : 1_800;
    Pause.of(Site.LEASE.plusMillis(500 + random.nextInt(beyond)));
  }

  /** As if no time had passed, whatever the house says. */
  private void goOn(Held held) {
    Entry.Said said = said();
    for (int round = 0; round < 3; round++) {
      write(Entry.Deed.HEARTBEAT, "heartbeat", held, Map.of(), null);
      write(Entry.Deed.PERMIT, "permit", held, Map.of(), null);
      if (outcome(held, said) > 0) {
        return;
      }
      Pause.of(Duration.ofMillis(150 + random.nextInt(400)));
    }
  }

  /**
   * @param twice the outcome is sent again although it was acknowledged
   */
  private void phone(Held held, boolean twice) {
    if (random.nextInt(3) == 0) {
      write(Entry.Deed.HEARTBEAT, "heartbeat", held, Map.of(), null);
    }
    if (!write(Entry.Deed.PERMIT, "permit", held, Map.of(), null)) {
      return;
    }
    Pause.of(Duration.ofMillis(50 + random.nextInt(400)));
    Entry.Said said = said();
    long first = outcome(held, said);
    if (twice && first > 0) {
      write(Entry.Deed.OUTCOME, "outcome", held, body(said), said, first);
    }
  }

  private Entry.Said said() {
    int dice = random.nextInt(100);
    @Nullable Integer satisfaction = random.nextInt(4) == 0 ? null : 1 + random.nextInt(5);
    if (dice < 60) {
      return new Entry.Said("done-well", satisfaction, null);
    }
    if (dice < 80) {
      return new Entry.Said("complaint", satisfaction, "wait");
    }
    return new Entry.Said(dice < 95 ? "no-answer" : "declined-today", null, null);
  }

  private static Map<String, Object> body(Entry.Said said) {
    Map<String, Object> body = new HashMap<>(Map.of("disposition", said.disposition()));
    if (said.satisfaction() != null) {
      body.put("satisfaction", said.satisfaction());
    }
    if (said.complaint() != null) {
      body.put("complaintCategory", said.complaint());
    }
    return body;
  }

  /** When it was sent first; 0 when it was refused or never answered. */
  private long outcome(Held held, Entry.Said said) {
    long now = System.nanoTime();
    return write(Entry.Deed.OUTCOME, "outcome", held, body(said), said, now) ? now : 0;
  }

  private boolean write(
      Entry.Deed deed,
      String path,
      Held held,
      Map<String, Object> more,
      Entry.@Nullable Said said) {
    return write(deed, path, held, more, said, System.nanoTime());
  }

  private boolean write(
      Entry.Deed deed,
      String path,
      Held held,
      Map<String, Object> more,
      Entry.@Nullable Said said,
      long firstSentAt) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("epoch", held.epoch());
    String subject = Entry.subject(held.call(), held.epoch(), name);
    Optional<Answer.Heard> heard =
        persistence.ask(
            deed,
            subject,
            () -> line.post(url("/calls/" + held.call() + "/" + path), token, body, PATIENCE));
    boolean ok = heard.filter(Answer.Heard::ok).isPresent();
    if (ok) {
      journal.write(new Entry.Wrote(deed, held.call(), held.epoch(), name, firstSentAt, said));
    } else {
      heard.ifPresent(no -> journal.write(new Entry.Refused(deed, subject, no.problem())));
    }
    return ok;
  }

  private String url(String path) {
    return site.url("follow-up") + path;
  }
}
