package io.aftercare.sales.paper;

import org.jspecify.annotations.Nullable;

/** One glyph of a shaped run; in units of the font, from where the pen stands. */
final class Glyph {

  int id;
  int advance;
  int dx;
  int dy;

  /** The glyph that this mark sits on; its offsets then count from that one's own place. */
  @Nullable Glyph under;

  Glyph(int id) {
    this.id = id;
  }
}
