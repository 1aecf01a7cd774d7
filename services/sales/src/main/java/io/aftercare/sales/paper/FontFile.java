package io.aftercare.sales.paper;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** An OpenType font file, read where it lies: its glyphs and how wide they are. */
final class FontFile {

  private static final int UNICODE_BMP = 4;

  private final ByteBuffer bytes;
  private final Map<String, Integer> tables = new HashMap<>();
  private final int cmap;

  /**
   * @throws IllegalArgumentException when its characters cannot be looked up
   */
  FontFile(byte[] file) {
    this.bytes = ByteBuffer.wrap(file);
    int count = u16(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      StringBuilder tag = new StringBuilder();
      for (int c = 0; c < 4; c++) {
        tag.append((char) (bytes.get(entry + c) & 0xff));
      }
      tables.put(tag.toString(), (int) u32(entry + 8));
    }
    this.cmap = characterMap();
  }

  int u16(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  int s16(int at) {
    return bytes.getShort(at);
  }

  long u32(int at) {
    return bytes.getInt(at) & 0xffffffffL;
  }

  /** Where the table begins; 0 when the font has none of this name. */
  int table(String tag) {
    return tables.getOrDefault(tag, 0);
  }

  int unitsPerEm() {
    return u16(table("head") + 18);
  }

  /** How far the pen moves after the glyph, in units of the font. */
  int advance(int glyph) {
    int last = u16(table("hhea") + 34) - 1;
    return u16(table("hmtx") + 4 * Math.min(glyph, last));
  }

  /** The glyph of a character of the basic plane; 0 when the font has none. */
  int glyph(int character) {
    int segments = u16(cmap + 6) / 2;
    int ends = cmap + 14;
    int starts = ends + 2 * segments + 2;
    int deltas = starts + 2 * segments;
    int ranges = deltas + 2 * segments;
    for (int i = 0; i < segments; i++) {
      if (character > u16(ends + 2 * i)) {
        continue;
      }
      int start = u16(starts + 2 * i);
      if (character < start) {
        return 0;
      }
      int delta = u16(deltas + 2 * i);
      int range = u16(ranges + 2 * i);
      if (range == 0) {
        return (character + delta) & 0xffff;
      }
      int found = u16(ranges + 2 * i + range + 2 * (character - start));
      return found == 0 ? 0 : (found + delta) & 0xffff;
    }
    return 0;
  }

  private int characterMap() {
    int table = table("cmap");
    for (int i = 0; i < u16(table + 2); i++) {
      int candidate = table + (int) u32(table + 4 + 8 * i + 4);
      if (u16(candidate) == UNICODE_BMP) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("The font has no map of Unicode's basic plane");
  }
}
