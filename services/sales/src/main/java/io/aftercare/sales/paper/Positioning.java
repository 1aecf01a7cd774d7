package io.aftercare.sales.paper;

import io.aftercare.sales.paper.Lookups.Context;
import io.aftercare.sales.paper.Lookups.Lookup;
import java.util.List;
import java.util.Set;

/** Moves glyphs to where a font's positioning table (GPOS) wants them: above all, marks. */
final class Positioning {

  private static final int SINGLE = 1;
  private static final int MARK_TO_BASE = 4;
  private static final int MARK_TO_MARK = 6;
  private static final int CHAINED = 8;

  private static final int X_PLACEMENT = 1;
  private static final int Y_PLACEMENT = 2;
  private static final int X_ADVANCE = 4;

  private final FontFile font;
  private final GlyphSets sets;
  private final Lookups lookups;
  private final List<Lookup> wanted;

  Positioning(FontFile font, GlyphSets sets, String script) {
    this.font = font;
    this.sets = sets;
    this.lookups = new Lookups(font, sets, "GPOS");
    this.wanted = lookups.of(script, Set.of("mark", "mkmk", "dist", "kern"));
  }

  void apply(List<Glyph> run) {
    run.forEach(glyph -> glyph.advance = sets.isMark(glyph.id) ? 0 : font.advance(glyph.id));
    for (Lookup lookup : wanted) {
      for (int at = 0; at < run.size(); at++) {
        if (!lookups.ignores(lookup, run.get(at))) {
          apply(lookup, run, at);
        }
      }
    }
    settle(run);
  }

  private boolean apply(Lookup lookup, List<Glyph> run, int at) {
    for (int subtable : lookup.subtables()) {
      boolean done =
          switch (lookup.type()) {
            case SINGLE -> single(subtable, run.get(at));
            case MARK_TO_BASE -> attach(subtable, run, at, base(run, at));
            case MARK_TO_MARK -> attach(subtable, run, at, lowerMark(lookup, run, at));
            case CHAINED -> chained(lookup, subtable, run, at);
            default -> false;
          };
      if (done) {
        return true;
      }
    }
    return false;
  }

  private boolean single(int subtable, Glyph glyph) {
    int index = sets.index(subtable + font.u16(subtable + 2), glyph.id);
    if (index < 0) {
      return false;
    }
    int format = font.u16(subtable + 4);
    int each = 2 * Integer.bitCount(format);
    int at = font.u16(subtable) == 1 ? subtable + 6 : subtable + 8 + each * index;
    if ((format & X_PLACEMENT) != 0) {
      glyph.dx += font.s16(at);
      at += 2;
    }
    if ((format & Y_PLACEMENT) != 0) {
      glyph.dy += font.s16(at);
      at += 2;
    }
    if ((format & X_ADVANCE) != 0) {
      glyph.advance += font.s16(at);
    }
    return true;
  }

  /** The glyph that the marks around this place belong to; -1 when there is none. */
  private int base(List<Glyph> run, int at) {
    int place = at - 1;
    while (place >= 0 && sets.isMark(run.get(place).id)) {
      place--;
    }
    return place;
  }

  /** The mark right before this one, as far as the lookup minds it; -1 when there is none. */
  private int lowerMark(Lookup lookup, List<Glyph> run, int at) {
    int place = lookups.next(lookup, run, at, -1);
    return place >= 0 && sets.isMark(run.get(place).id) ? place : -1;
  }

  /** Both tables of marks on something are alike: the marks with their classes, and the anchors. */
  private boolean attach(int subtable, List<Glyph> run, int at, int to) {
    if (to < 0) {
      return false;
    }
    Glyph mark = run.get(at);
    Glyph under = run.get(to);
    int markIndex = sets.index(subtable + font.u16(subtable + 2), mark.id);
    int underIndex = sets.index(subtable + font.u16(subtable + 4), under.id);
    if (markIndex < 0 || underIndex < 0) {
      return false;
    }
    int classes = font.u16(subtable + 6);
    int marks = subtable + font.u16(subtable + 8);
    int anchors = subtable + font.u16(subtable + 10);
    int markClass = font.u16(marks + 2 + 4 * markIndex);
    int anchor = font.u16(anchors + 2 + 2 * (underIndex * classes + markClass));
    if (anchor == 0) {
      return false;
    }
    int of = marks + font.u16(marks + 2 + 4 * markIndex + 2);
    int on = anchors + anchor;
    mark.under = under;
    mark.dx = font.s16(on + 2) - font.s16(of + 2);
    mark.dy = font.s16(on + 4) - font.s16(of + 4);
    return true;
  }

  private boolean chained(Lookup lookup, int subtable, List<Glyph> run, int at) {
    Context context = lookups.chained(lookup, subtable, run, at);
    if (context == null) {
      return false;
    }
    for (int i = 0; i < context.count(); i++) {
      int record = context.records() + 4 * i;
      apply(lookups.get(font.u16(record + 2)), run, context.input()[font.u16(record)]);
    }
    return true;
  }

  /** Counts the offsets of attached marks from where the pen stands at each. */
  private static void settle(List<Glyph> run) {
    for (int i = 0; i < run.size(); i++) {
      Glyph mark = run.get(i);
      if (mark.under == null) {
        continue;
      }
      int pen = 0;
      int place = i - 1;
      while (run.get(place) != mark.under) {
        pen += run.get(place--).advance;
      }
      // What it sits on stands before it, and is settled.
      mark.dx += mark.under.dx - pen - mark.under.advance;
      mark.dy += mark.under.dy;
    }
  }
}
