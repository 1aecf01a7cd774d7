package io.aftercare.sales.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns Thai text into glyphs that stand where they belong: a tone mark over an upper vowel, not in
 * it. Plain Java, because the shaper of the JDK needs font libraries that servers often lack.
 */
final class Shaper {

  private static final String SCRIPT = "thai";
  private static final char SARA_AM = 0x0e33;
  private static final char NIKHAHIT = 0x0e4d;
  private static final char SARA_AA = 0x0e32;

  private final FontFile font;
  private final Substitution substitution;
  private final Positioning positioning;

  Shaper(FontFile font) {
    this.font = font;
    GlyphSets sets = new GlyphSets(font);
    this.substitution = new Substitution(font, sets, SCRIPT);
    this.positioning = new Positioning(font, sets, SCRIPT);
  }

  List<Glyph> shape(String text) {
    List<Glyph> run = new ArrayList<>();
    apart(text).chars().forEach(character -> run.add(new Glyph(font.glyph(character))));
    substitution.apply(run);
    positioning.apply(run);
    return run;
  }

  /** How wide the run is, in thousandths of the size. */
  float width(List<Glyph> run) {
    return thousandths(run.stream().mapToInt(glyph -> glyph.advance).sum());
  }

  float thousandths(int units) {
    return units * 1_000f / font.unitsPerEm();
  }

  /**
   * Sara am is a ring above and a vowel beside; the ring belongs under a tone mark typed before.
   */
  static String apart(String text) {
    StringBuilder apart = new StringBuilder(text.length() + 4);
    for (char character : text.toCharArray()) {
      if (character == SARA_AM) {
        int place = apart.length();
        while (place > 0 && isAbove(apart.charAt(place - 1))) {
          place--;
        }
        apart.insert(place, NIKHAHIT).append(SARA_AA);
      } else {
        apart.append(character);
      }
    }
    return apart.toString();
  }

  private static boolean isAbove(char mark) {
    return mark == 0x0e31
        || (mark >= 0x0e34 && mark <= 0x0e37)
        || (mark >= 0x0e47 && mark <= 0x0e4e);
  }
}
