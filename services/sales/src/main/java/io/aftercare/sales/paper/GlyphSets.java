package io.aftercare.sales.paper;

/** What the layout tables say of sets of glyphs: coverages, classes, and which glyphs are marks. */
final class GlyphSets {

  /** The flag of a lookup that minds only the marks of a set. */
  static final int USE_MARK_SET = 0x0010;

  private static final int MARK = 3;
  private static final int IGNORE_MARKS = 0x0008;

  private final FontFile font;
  private final int classes;
  private final int markSets;

  GlyphSets(FontFile font) {
    this.font = font;
    int definitions = font.table("GDEF");
    this.classes = definitions == 0 ? 0 : offset(definitions, definitions + 4);
    boolean hasSets = definitions != 0 && font.u16(definitions + 2) >= 2;
    this.markSets = hasSets ? offset(definitions, definitions + 12) : 0;
  }

  private int offset(int from, int at) {
    int offset = font.u16(at);
    return offset == 0 ? 0 : from + offset;
  }

  /** The glyph's place in a coverage table; -1 when it is not in it. */
  int index(int coverage, int glyph) {
    int count = font.u16(coverage + 2);
    if (font.u16(coverage) == 1) {
      for (int i = 0; i < count; i++) {
        if (font.u16(coverage + 4 + 2 * i) == glyph) {
          return i;
        }
      }
      return -1;
    }
    for (int i = 0; i < count; i++) {
      int range = coverage + 4 + 6 * i;
      if (glyph >= font.u16(range) && glyph <= font.u16(range + 2)) {
        return font.u16(range + 4) + glyph - font.u16(range);
      }
    }
    return -1;
  }

  boolean isMark(int glyph) {
    return classes != 0 && classOf(classes, glyph) == MARK;
  }

  /**
   * Whether a lookup passes over the glyph.
   *
   * @param flag the lookup's flag
   * @param markSet which marks it minds, where the flag says so
   */
  boolean isIgnored(int flag, int markSet, int glyph) {
    if ((flag & (IGNORE_MARKS | USE_MARK_SET)) == 0 || !isMark(glyph)) {
      return false;
    }
    if ((flag & IGNORE_MARKS) != 0 || markSets == 0) {
      return true;
    }
    int coverage = markSets + (int) font.u32(markSets + 4 + 4 * markSet);
    return index(coverage, glyph) < 0;
  }

  private int classOf(int table, int glyph) {
    if (font.u16(table) == 1) {
      int place = glyph - font.u16(table + 2);
      return place < 0 || place >= font.u16(table + 4) ? 0 : font.u16(table + 6 + 2 * place);
    }
    for (int i = 0; i < font.u16(table + 2); i++) {
      int range = table + 4 + 6 * i;
      if (glyph >= font.u16(range) && glyph <= font.u16(range + 2)) {
        return font.u16(range + 4);
      }
    }
    return 0;
  }
}
