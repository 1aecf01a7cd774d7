package io.aftercare.simulator.storm;

import static io.aftercare.simulator.storm.Finding.Row.OUTCOMES;
import static io.aftercare.simulator.storm.Finding.Row.PERMITS;
import static io.aftercare.simulator.storm.Finding.Trouble.DOUBLED;
import static io.aftercare.simulator.storm.Finding.Trouble.LOST;
import static io.aftercare.simulator.storm.Finding.Trouble.STALE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One holder per call and epoch: what an agent was acknowledged is stored as theirs, and nobody was
 * acknowledged anything under an epoch that was over.
 */
final class DeskCheck {

  private record Turn(UUID call, long epoch) {

    @Override
    public String toString() {
      return call + " epoch " + epoch;
    }
  }

  private final Told told;
  private final Stored stored;
  private final List<Finding> findings = new ArrayList<>();

  private DeskCheck(Told told, Stored stored) {
    this.told = told;
    this.stored = stored;
  }

  static List<Finding> of(Told told, Stored stored) {
    DeskCheck check = new DeskCheck(told, stored);
    check.oneHolderEach();
    check.permits();
    check.outcomes();
    check.staleWrites();
    return check.findings;
  }

  private void oneHolderEach() {
    Map<Turn, List<String>> holders =
        told.claims().stream()
            .collect(
                Collectors.groupingBy(
                    claim -> new Turn(claim.call(), claim.epoch()),
                    Collectors.mapping(Entry.Claimed::agent, Collectors.toList())));
    holders.forEach(
        (turn, agents) -> {
          List<String> different = agents.stream().distinct().toList();
          if (different.size() > 1) {
            add(DOUBLED, Finding.Row.CALLS, turn, "was given to " + different);
          }
        });
  }

  private void permits() {
    Map<Turn, Stored.Permit> byTurn =
        stored.permits().stream()
            .collect(
                Collectors.toMap(
                    permit -> new Turn(permit.call(), permit.epoch()),
                    permit -> permit,
                    (a, b) -> a));
    for (Entry.Wrote heard : told.writes(Entry.Deed.PERMIT)) {
      Turn turn = new Turn(heard.call(), heard.epoch());
      Stored.Permit permit = byTurn.get(turn);
      if (permit == null || permit.refusal() != null) {
        add(LOST, PERMITS, turn, "was granted to %s and is not stored".formatted(heard.agent()));
      } else if (!permit.agent().equals(Tokens.subject(heard.agent()))) {
        add(DOUBLED, PERMITS, turn, "was granted to %s and to another".formatted(heard.agent()));
      }
    }
  }

  private void outcomes() {
    Map<Turn, Stored.Attempt> byTurn =
        stored.attempts().stream()
            .collect(
                Collectors.toMap(
                    attempt -> new Turn(attempt.call(), attempt.epoch()),
                    attempt -> attempt,
                    (a, b) -> a));
    for (Entry.Wrote heard : told.writes(Entry.Deed.OUTCOME)) {
      Turn turn = new Turn(heard.call(), heard.epoch());
      Stored.Attempt attempt = byTurn.get(turn);
      if (attempt == null) {
        add(
            LOST,
            OUTCOMES,
            turn,
            "was acknowledged to %s and is not stored".formatted(heard.agent()));
      } else if (!attempt.agent().equals(Tokens.subject(heard.agent()))) {
        add(
            DOUBLED,
            OUTCOMES,
            turn,
            "was acknowledged to %s and to another".formatted(heard.agent()));
      } else if (!Objects.equals(heard.said(), said(attempt))) {
        add(
            STALE,
            OUTCOMES,
            turn,
            "was acknowledged as %s and is stored as %s".formatted(heard.said(), said(attempt)));
      }
    }
  }

  private static Entry.Said said(Stored.Attempt attempt) {
    return new Entry.Said(attempt.disposition(), attempt.satisfaction(), attempt.complaint());
  }

  /** First sent after somebody had been told of a later epoch, and still acknowledged. */
  private void staleWrites() {
    Map<UUID, TreeMap<Long, Entry.Claimed>> firstClaims = new HashMap<>();
    for (Entry.Claimed claim : told.claims()) {
      firstClaims
          .computeIfAbsent(claim.call(), call -> new TreeMap<>())
          .merge(claim.epoch(), claim, (a, b) -> a.heardAt() <= b.heardAt() ? a : b);
    }
    for (Entry.Wrote write : told.writes()) {
      TreeMap<Long, Entry.Claimed> claims = firstClaims.getOrDefault(write.call(), new TreeMap<>());
      claims.tailMap(write.epoch(), false).values().stream()
          .filter(later -> later.heardAt() < write.firstSentAt())
          .findFirst()
          .ifPresent(
              later ->
                  add(
                      STALE,
                      write.deed() == Entry.Deed.OUTCOME ? OUTCOMES : PERMITS,
                      new Turn(write.call(), write.epoch()),
                      "%s of %s was accepted although %s held epoch %d since %.1f s"
                          .formatted(
                              write.deed(),
                              write.agent(),
                              later.agent(),
                              later.epoch(),
                              (write.firstSentAt() - later.heardAt()) / 1e9)));
    }
  }

  private void add(Finding.Trouble trouble, Finding.Row row, Turn turn, String words) {
    findings.add(new Finding(trouble, row, "call " + turn, words));
  }
}
