package io.aftercare.sales.product;

import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.product.ProductRow.Flaw;
import io.aftercare.sales.product.StoredProducts.Stored;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Brings a file of products into the catalogue: good lines are stored although others are bad. A
 * dry run does all of it and takes it back, so that it reports just what the real one would.
 */
@ApplicationScoped
class ImportProducts {

  private static final Logger LOG = Logger.getLogger(ImportProducts.class);

  /** Lines that are read, judged and stored together. */
  private static final int CHUNK = 500;

  private static final int MOST_PROBLEMS = 1_000;

  /**
   * What became of a file.
   *
   * @param lines that hold anything, the header not counted
   * @param problems what is wrong, by line; the first thousand
   * @param moreProblems how many were left out of {@code problems}
   */
  record ImportReport(
      int lines,
      int added,
      int changed,
      int unchanged,
      int refused,
      boolean dryRun,
      List<Flaw> problems,
      int moreProblems) {}

  /** Takes back what a dry run did. */
  private static final class TakenBack extends RuntimeException {
    private final transient ImportReport report;

    TakenBack(ImportReport report) {
      super("A dry run stores nothing", null, false, false);
      this.report = report;
    }
  }

  /** What has happened so far; one line after the other. */
  private static final class Tally {
    final Map<Stocking.Taken, Integer> taken = new HashMap<>();
    final List<Flaw> flaws = new ArrayList<>();
    final Map<Code, Integer> seen = new HashMap<>();
    final List<Stored> stored = new ArrayList<>();
    int refused;

    void refuse(List<Flaw> why) {
      refused++;
      flaws.addAll(why);
    }

    ImportReport report(int lines, boolean dryRun) {
      flaws.sort(Comparator.comparingInt(Flaw::line));
      int shown = Math.min(flaws.size(), MOST_PROBLEMS);
      return new ImportReport(
          lines,
          taken.getOrDefault(Stocking.Taken.ADDED, 0),
          taken.getOrDefault(Stocking.Taken.CHANGED, 0),
          taken.getOrDefault(Stocking.Taken.UNCHANGED, 0),
          refused,
          dryRun,
          List.copyOf(flaws.subList(0, shown)),
          flaws.size() - shown);
    }
  }

  private record Line(ProductRow row, Product product) {}

  private final Pool pool;
  private final StoredProducts stored;
  private final SaveProducts saving;
  private final Products products;
  private final Validator validator;

  ImportProducts(
      Pool pool,
      StoredProducts stored,
      SaveProducts saving,
      Products products,
      Validator validator) {
    this.pool = pool;
    this.stored = stored;
    this.saving = saving;
    this.products = products;
    this.validator = validator;
  }

  /**
   * Imports the file.
   *
   * @param who the person who imports it
   * @return fails with 400 when it is not a file of products at all
   */
  Uni<ImportReport> run(String who, byte[] file, boolean dryRun) {
    ProductSheet sheet = ProductSheet.read(file);
    Tally tally = new Tally();
    sheet.ragged().forEach(flaw -> tally.refuse(List.of(flaw)));
    return pool.withTransaction(
            transaction ->
                stored
                    .lock(transaction)
                    .chain(() -> take(transaction, who, sheet.rows(), tally))
                    .map(done -> report(sheet, tally, dryRun)))
        .invoke(report -> products.remember(tally.stored))
        .onFailure(TakenBack.class)
        .recoverWithItem(dry -> ((TakenBack) dry).report)
        .invoke(
            report ->
                LOG.infof(
                    "Catalogue imported, by=%s dryRun=%s lines=%d added=%d changed=%d refused=%d",
                    who, dryRun, report.lines, report.added, report.changed, report.refused));
  }

  private static ImportReport report(ProductSheet sheet, Tally tally, boolean dryRun) {
    ImportReport report = tally.report(sheet.rows().size() + sheet.ragged().size(), dryRun);
    if (dryRun) {
      throw new TakenBack(report);
    }
    return report;
  }

  private Uni<Void> take(
      SqlConnection transaction, String who, List<ProductRow> rows, Tally tally) {
    return Multi.createFrom()
        .iterable(
            IntStream.iterate(0, from -> from < rows.size(), from -> from + CHUNK)
                .mapToObj(from -> rows.subList(from, Math.min(rows.size(), from + CHUNK)))
                .toList())
        .onItem()
        .transformToUniAndConcatenate(chunk -> takeChunk(transaction, who, chunk, tally))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<SaveProducts.Delivered> takeChunk(
      SqlConnection transaction, String who, List<ProductRow> chunk, Tally tally) {
    return stored
        .current(transaction, chunk.stream().map(ProductRow::own).toList())
        // Judging a chunk takes long enough to hold up sales on the event loop.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(current -> good(chunk, current, tally))
        .chain(
            lines ->
                saving
                    .deliver(transaction, who, lines.stream().map(Line::product).toList())
                    .invoke(delivered -> count(lines, delivered, tally)));
  }

  private List<Line> good(List<ProductRow> chunk, Map<Code, Stored> current, Tally tally) {
    List<Line> good = new ArrayList<>(chunk.size());
    for (ProductRow row : chunk) {
      Stored before = current.get(row.own());
      List<Flaw> flaws = new ArrayList<>();
      Product product = row.over(before == null ? null : before.product(), flaws);
      validator
          .validate(product)
          .forEach(
              violation ->
                  flaws.add(
                      new Flaw(
                          row.line(),
                          ProductRow.column(product, violation.getPropertyPath().toString()),
                          violation.getMessage())));
      Integer twin = flaws.isEmpty() ? tally.seen.putIfAbsent(row.own(), row.line()) : null;
      if (twin != null) {
        flaws.add(new Flaw(row.line(), "code", "is the product of line %d again".formatted(twin)));
      }
      if (flaws.isEmpty()) {
        good.add(new Line(row, product));
      } else {
        tally.refuse(flaws);
      }
    }
    return good;
  }

  private static void count(List<Line> lines, SaveProducts.Delivered delivered, Tally tally) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      switch (delivered.verdicts().get(i)) {
        case Stocking.Taken taken -> tally.taken.merge(taken, 1, Integer::sum);
        case Stocking.Refused(String field, String message) ->
            tally.refuse(
                List.of(
                    new Flaw(
                        line.row().line(), ProductRow.column(line.product(), field), message)));
      }
    }
    tally.stored.addAll(delivered.changed());
  }
}
