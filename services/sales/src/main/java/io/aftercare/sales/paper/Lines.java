package io.aftercare.sales.paper;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Breaks text into lines where its script allows it; between words that Thai writes without gaps.
 */
final class Lines {

  private static final Locale THAI = Locale.of("th");

  private Lines() {}

  /**
   * The lines of a text; a line break in it stands. A word wider than a line is broken anywhere but
   * inside a character and its marks.
   *
   * @param width of a line, in the unit that {@code measure} gives
   * @param measure how wide a piece is; pieces side by side are as wide as their sum
   */
  static List<String> of(
      String text, double width, Locale language, ToDoubleFunction<String> measure) {
    List<String> lines = new ArrayList<>();
    // The sign that repeats a Thai word stays with it.
    for (String paragraph : text.replace(" ๆ", "\u00a0ๆ").split("\\R", -1)) {
      StringBuilder line = new StringBuilder();
      double used = 0;
      for (String word : parts(paragraph, BreakIterator.getLineInstance(of(paragraph, language)))) {
        if (used + measure.applyAsDouble(word.stripTrailing()) > width) {
          if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
            line.setLength(0);
          }
          word = fitting(word, width, measure, lines);
          used = 0;
        }
        line.append(word);
        used += measure.applyAsDouble(word);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Adds full lines of a word that is too wide; returns what is left for the next line. */
  private static String fitting(
      String word, double width, ToDoubleFunction<String> measure, List<String> lines) {
    if (measure.applyAsDouble(word.stripTrailing()) <= width) {
      return word;
    }
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (String character : parts(word, BreakIterator.getCharacterInstance(Locale.ROOT))) {
      double wide = measure.applyAsDouble(character);
      if (!line.isEmpty() && used + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(character);
      used += wide;
    }
    return line.toString();
  }

  private static List<String> parts(String text, BreakIterator breaks) {
    breaks.setText(text);
    List<String> parts = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      parts.add(text.substring(from, to));
    }
    return parts;
  }

  /** Only the Thai rules know Thai words, and they know other scripts too. */
  private static Locale of(String text, Locale language) {
    boolean isThai =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI);
    return isThai ? THAI : language;
  }
}
