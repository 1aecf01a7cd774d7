package io.aftercare.profile.roster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.profile.customer.Newcomers;
import io.aftercare.profile.customer.Newcomers.Newcomer;
import io.aftercare.profile.customer.Newcomers.Verdict;
import io.aftercare.profile.vault.BlindIndex;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file of existing customers in: good lines are stored although others are bad, and the
 * same file again changes nothing. A dry run does all of it and takes it back, so that it reports
 * just what the real one would.
 */
@ApplicationScoped
class ImportCustomers {

  private static final Logger LOG = Logger.getLogger(ImportCustomers.class);

  /** Lines that are stored together; while they are, the next ones are read and sealed. */
  private static final int CHUNK = 1_000;

  private static final int MOST_PROBLEMS = 1_000;

  /**
   * Who brings the file.
   *
   * @param storeId whose customers they become; absent for headquarters
   */
  record Bringer(@Nullable String storeId, String subject) {}

  /**
   * What became of a file.
   *
   * @param lines that hold anything, the header not counted
   * @param unchanged registered before, with the same content
   * @param problems what is wrong, by line; the first thousand
   * @param moreProblems how many were left out of {@code problems}
   */
  record ImportReport(
      int lines,
      int added,
      int unchanged,
      int refused,
      boolean dryRun,
      List<Flaw> problems,
      int moreProblems) {}

  private record Line(RosterRow row, Newcomer newcomer) {}

  /** Lines that are being stored. */
  private record UnderWay(List<Line> lines, CompletableFuture<List<Verdict>> verdicts) {}

  private final Newcomers newcomers;
  private final BlindIndex index;

  ImportCustomers(Newcomers newcomers, BlindIndex index) {
    this.newcomers = newcomers;
    this.index = index;
  }

  /**
   * Reads and stores as the file comes; blocks until it ends.
   *
   * @param firstLine number of the first line after the header in the whole file, where this is a
   *     part of it; as it stands here when absent
   * @throws HttpProblem 400 when it is not a file of customers at all
   */
  ImportReport run(Bringer by, InputStream file, boolean dryRun, @Nullable Integer firstLine) {
    Tally tally = new Tally();
    try (RosterSheet sheet = RosterSheet.open(file, firstLine)) {
      UnderWay before = new UnderWay(List.of(), CompletableFuture.completedFuture(List.of()));
      for (var next = sheet.next(CHUNK); !next.isEmpty(); next = sheet.next(CHUNK)) {
        List<Line> good = good(next, by, tally);
        tally.count(before);
        before = store(good, dryRun);
      }
      tally.count(before);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    ImportReport report = tally.report(dryRun);
    LOG.infof(
        "Customers imported, by=%s store=%s dryRun=%s lines=%d added=%d unchanged=%d refused=%d",
        by.subject,
        by.storeId,
        dryRun,
        report.lines,
        report.added,
        report.unchanged,
        report.refused);
    return report;
  }

  private UnderWay store(List<Line> lines, boolean dryRun) {
    var waiting = lines.stream().map(Line::newcomer).toList();
    return new UnderWay(
        lines,
        waiting.isEmpty()
            ? CompletableFuture.completedFuture(List.of())
            : newcomers.take(waiting, dryRun).subscribeAsCompletionStage());
  }

  private List<Line> good(RosterSheet.Lines lines, Bringer by, Tally tally) {
    lines.flaws().forEach(flaw -> tally.refuse(List.of(flaw)));
    List<Line> good = new ArrayList<>(lines.rows().size());
    for (RosterRow row : lines.rows()) {
      List<Flaw> flaws = new ArrayList<>();
      Newcomer newcomer = read(row, by, flaws);
      if (newcomer == null) {
        tally.refuse(flaws);
      } else if (tally.isAgain(newcomer.id(), row.line())) {
        tally.refuse(List.of(tally.again(newcomer.id(), row.line())));
      } else {
        good.add(new Line(row, newcomer));
      }
    }
    return good;
  }

  private @Nullable Newcomer read(RosterRow row, Bringer by, List<Flaw> flaws) {
    ObjectNode form = row.form(flaws);
    identify(row, form, by, flaws);
    try {
      Newcomer newcomer = newcomers.read(form, by.storeId, by.subject);
      return flaws.isEmpty() ? newcomer : null;
    } catch (HttpProblem wrong) {
      flaws.addAll(flaws(row, wrong));
      return null;
    }
  }

  /**
   * Without an id or a number of its own a line would be another customer each time the file comes.
   */
  private void identify(RosterRow row, ObjectNode form, Bringer by, List<Flaw> flaws) {
    String id = row.cells().get(RosterRow.ID);
    String number = row.cells().get(RosterRow.NUMBER);
    if (id != null) {
      form.put("id", id);
    } else if (number != null) {
      form.put("id", ofNumber(number, by.storeId).toString());
    } else {
      flaws.add(
          new Flaw(
              row.line(),
              RosterRow.NUMBER,
              "must be the customer's number in the books they come from; else fill in id"));
    }
  }

  /** The same number of the same store is the same id; nobody can tell one from the other. */
  private UUID ofNumber(String number, @Nullable String storeId) {
    ByteBuffer mark =
        ByteBuffer.wrap(
            index.mark("number in books", (storeId == null ? "" : storeId) + "\n" + number));
    // Version 8 (RFC 9562): ours to make.
    return new UUID(
        mark.getLong() & ~0xF000L | 0x8000L,
        mark.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
  }

  private static List<Flaw> flaws(RosterRow row, HttpProblem wrong) {
    if (wrong.getParameters().get("violations") instanceof Collection<?> violations) {
      return violations.stream()
          .map(Violation.class::cast)
          .map(each -> new Flaw(row.line(), row.column(each.field), each.message))
          .toList();
    }
    return List.of(new Flaw(row.line(), "line", "cannot be read: " + wrong.getDetail()));
  }

  /** What has happened so far. */
  private static final class Tally {
    private final Map<UUID, Integer> seen = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int added;
    private int unchanged;
    private int refused;

    void refuse(List<Flaw> why) {
      refused++;
      flaws.addAll(why);
    }

    boolean isAgain(UUID id, int line) {
      return seen.putIfAbsent(id, line) != null;
    }

    Flaw again(UUID id, int line) {
      return new Flaw(
          line, RosterRow.NUMBER, "is the customer of line %d again".formatted(seen.get(id)));
    }

    void count(UnderWay stored) {
      List<Verdict> verdicts = stored.verdicts.join();
      for (int i = 0; i < verdicts.size(); i++) {
        count(stored.lines.get(i).row, verdicts.get(i));
      }
    }

    private void count(RosterRow row, Verdict verdict) {
      switch (verdict) {
        case Verdict.Added() -> added++;
        case Verdict.Unchanged() -> unchanged++;
        case Verdict.Differs(List<String> fields) ->
            refuse(fields.stream().map(field -> otherwise(row, field)).toList());
        case Verdict.Taken() ->
            refuse(
                List.of(
                    new Flaw(
                        row.line(), RosterRow.ID, "belongs to another customer; choose another")));
      }
    }

    private static Flaw otherwise(RosterRow row, String field) {
      return new Flaw(
          row.line(),
          row.column(field),
          "was registered otherwise; correct the customer's file, not the sheet");
    }

    ImportReport report(boolean dryRun) {
      flaws.sort(Comparator.comparingInt(Flaw::line));
      int shown = Math.min(flaws.size(), MOST_PROBLEMS);
      return new ImportReport(
          added + unchanged + refused,
          added,
          unchanged,
          refused,
          dryRun,
          List.copyOf(flaws.subList(0, shown)),
          flaws.size() - shown);
    }
  }
}
