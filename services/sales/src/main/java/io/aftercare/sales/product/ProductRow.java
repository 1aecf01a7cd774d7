package io.aftercare.sales.product;

import io.aftercare.sales.product.Product.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of an imported file. A column that the file does not have leaves the product as it is; an
 * empty cell empties it.
 *
 * @param line its place in the file, the header being line 1
 * @param cells text by column, stripped
 */
record ProductRow(int line, Map<String, String> cells) {

  /** Begins the columns of counselling points; the language tag follows. */
  static final String POINTS = "points.";

  static final List<String> COLUMNS =
      List.of(
          "system",
          "code",
          "name",
          "strength",
          "form",
          "atc",
          "prescription",
          "daysSupply",
          "highAlert",
          "specialForm",
          "longTerm",
          "gtin",
          "otherCodes");

  /** What is wrong in a line. */
  record Flaw(int line, String field, String message) {}

  Code own() {
    return new Code(cells.getOrDefault("system", ""), cells.getOrDefault("code", ""));
  }

  /**
   * The product that the line makes of what there was.
   *
   * @param flaws where what cannot be read is added
   */
  Product over(@Nullable Product before, List<Flaw> flaws) {
    return new Product(
        own().system(),
        own().code(),
        cells.getOrDefault("name", ""),
        text("strength", before == null ? null : before.strength()),
        text("form", before == null ? null : before.form()),
        text("atc", before == null ? null : before.atc()),
        prescription(before, flaws),
        days(before, flaws),
        yes("highAlert", before != null && before.highAlert(), flaws),
        yes("specialForm", before != null && before.specialForm(), flaws),
        yes("longTerm", before != null && before.longTerm(), flaws),
        codes(before, flaws),
        points(before));
  }

  private @Nullable String text(String column, @Nullable String before) {
    String cell = cells.get(column);
    return cell == null ? before : cell.isEmpty() ? null : cell;
  }

  private boolean prescription(@Nullable Product before, List<Flaw> flaws) {
    if (before == null && cells.getOrDefault("prescription", "").isEmpty()) {
      flaws.add(new Flaw(line, "prescription", "must be yes or no for a new product"));
      return true;
    }
    return yes("prescription", before != null && before.prescription(), flaws);
  }

  private boolean yes(String column, boolean before, List<Flaw> flaws) {
    String cell = cells.get(column);
    return cell == null
        ? before
        : switch (cell.toLowerCase(Locale.ROOT)) {
          case "yes", "y", "true", "1" -> true;
          case "no", "n", "false", "0", "" -> false;
          default -> {
            flaws.add(new Flaw(line, column, "must be yes or no"));
            yield before;
          }
        };
  }

  private @Nullable Integer days(@Nullable Product before, List<Flaw> flaws) {
    String cell = cells.get("daysSupply");
    if (cell == null) {
      return before == null ? null : before.daysSupply();
    }
    if (cell.isEmpty()) {
      return null;
    }
    if (!cell.matches("[0-9]{1,6}")) {
      flaws.add(new Flaw(line, "daysSupply", "must be a number of days"));
      return null;
    }
    return Integer.valueOf(cell);
  }

  private List<Code> codes(@Nullable Product before, List<Flaw> flaws) {
    List<Code> codes = new ArrayList<>();
    Predicate<Code> isGtin = code -> code.system().equals(Gtin.SYSTEM);
    if (cells.containsKey("gtin")) {
      parts(cells.get("gtin")).forEach(gtin -> codes.add(new Code(Gtin.SYSTEM, gtin)));
    } else {
      others(before).filter(isGtin).forEach(codes::add);
    }
    if (cells.containsKey("otherCodes")) {
      parts(cells.get("otherCodes")).forEach(text -> addCode(text, codes, flaws));
    } else {
      others(before).filter(isGtin.negate()).forEach(codes::add);
    }
    return codes;
  }

  private void addCode(String text, List<Code> codes, List<Flaw> flaws) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      flaws.add(
          new Flaw(line, "otherCodes", "must be system:code, such as ndc:0093-4155, parted by |"));
    } else {
      codes.add(new Code(text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
    }
  }

  private static Stream<Code> others(@Nullable Product before) {
    return before == null || before.codes() == null ? Stream.empty() : before.codes().stream();
  }

  private Map<String, List<String>> points(@Nullable Product before) {
    Map<String, List<String>> points = new TreeMap<>();
    if (before != null && before.counsellingPoints() != null) {
      points.putAll(before.counsellingPoints());
    }
    cells.forEach(
        (column, cell) -> {
          if (column.startsWith(POINTS)) {
            String language = column.substring(POINTS.length());
            List<String> texts = parts(cell).toList();
            points.remove(language);
            if (!texts.isEmpty()) {
              points.put(language, texts);
            }
          }
        });
    return points;
  }

  private static Stream<String> parts(String cell) {
    return Stream.of(cell.split("\\|")).map(String::strip).filter(part -> !part.isEmpty());
  }

  /** The column from which this part of a product came. */
  static String column(Product product, String path) {
    if (path.startsWith("codes[")) {
      int place = Integer.parseInt(path.substring(6, path.indexOf(']')));
      boolean gtin = product.codes().get(place).system().equals(Gtin.SYSTEM);
      return gtin ? "gtin" : "otherCodes";
    }
    if (path.startsWith("counsellingPoints.")) {
      int end = path.indexOf('[');
      String language =
          path.substring("counsellingPoints.".length(), end < 0 ? path.length() : end);
      return POINTS + language;
    }
    return path.equals("codes") ? "otherCodes" : path;
  }
}
