package io.aftercare.sales.paper;

import io.aftercare.sales.paper.Lookups.Context;
import io.aftercare.sales.paper.Lookups.Lookup;
import java.util.List;
import java.util.Set;

/** Puts other glyphs where a font's substitution table (GSUB) asks for them. */
final class Substitution {

  private static final int SINGLE = 1;
  private static final int MULTIPLE = 2;
  private static final int LIGATURE = 4;
  private static final int CHAINED = 6;

  private final FontFile font;
  private final GlyphSets sets;
  private final Lookups lookups;
  private final List<Lookup> wanted;

  Substitution(FontFile font, GlyphSets sets, String script) {
    this.font = font;
    this.sets = sets;
    this.lookups = new Lookups(font, sets, "GSUB");
    this.wanted = lookups.of(script, Set.of("ccmp", "rlig", "calt", "clig", "liga"));
  }

  void apply(List<Glyph> run) {
    for (Lookup lookup : wanted) {
      int at = 0;
      while (at < run.size()) {
        boolean minded = !lookups.ignores(lookup, run.get(at));
        at += minded ? Math.max(1, apply(lookup, run, at)) : 1;
      }
    }
  }

  /**
   * Applies the lookup at a place; returns how many glyphs it wrote there, 0 where it does not fit.
   */
  private int apply(Lookup lookup, List<Glyph> run, int at) {
    for (int subtable : lookup.subtables()) {
      int written =
          switch (lookup.type()) {
            case SINGLE -> single(subtable, run.get(at));
            case MULTIPLE -> multiple(subtable, run, at);
            case LIGATURE -> ligature(lookup, subtable, run, at);
            case CHAINED -> chained(lookup, subtable, run, at);
            default -> 0;
          };
      if (written > 0) {
        return written;
      }
    }
    return 0;
  }

  private int single(int subtable, Glyph glyph) {
    int index = sets.index(subtable + font.u16(subtable + 2), glyph.id);
    if (index < 0) {
      return 0;
    }
    glyph.id =
        font.u16(subtable) == 1
            ? (glyph.id + font.s16(subtable + 4)) & 0xffff
            : font.u16(subtable + 6 + 2 * index);
    return 1;
  }

  private int multiple(int subtable, List<Glyph> run, int at) {
    int index = sets.index(subtable + font.u16(subtable + 2), run.get(at).id);
    if (index < 0) {
      return 0;
    }
    int sequence = subtable + font.u16(subtable + 6 + 2 * index);
    int count = font.u16(sequence);
    run.remove(at);
    for (int i = 0; i < count; i++) {
      run.add(at + i, new Glyph(font.u16(sequence + 2 + 2 * i)));
    }
    return count;
  }

  private int ligature(Lookup lookup, int subtable, List<Glyph> run, int at) {
    int index = sets.index(subtable + font.u16(subtable + 2), run.get(at).id);
    if (index < 0) {
      return 0;
    }
    int set = subtable + font.u16(subtable + 6 + 2 * index);
    for (int i = 0; i < font.u16(set); i++) {
      if (join(lookup, set + font.u16(set + 2 + 2 * i), run, at)) {
        return 1;
      }
    }
    return 0;
  }

  private boolean join(Lookup lookup, int ligature, List<Glyph> run, int at) {
    int parts = font.u16(ligature + 2);
    int[] places = new int[parts];
    places[0] = at;
    for (int i = 1; i < parts; i++) {
      places[i] = lookups.next(lookup, run, places[i - 1], 1);
      if (places[i] >= run.size()
          || run.get(places[i]).id != font.u16(ligature + 4 + 2 * (i - 1))) {
        return false;
      }
    }
    run.get(at).id = font.u16(ligature);
    for (int i = parts - 1; i > 0; i--) {
      run.remove(places[i]);
    }
    return true;
  }

  private int chained(Lookup lookup, int subtable, List<Glyph> run, int at) {
    Context context = lookups.chained(lookup, subtable, run, at);
    if (context == null) {
      return 0;
    }
    int grown = 0;
    for (int i = 0; i < context.count(); i++) {
      int record = context.records() + 4 * i;
      int place = context.input()[font.u16(record)] + grown;
      int before = run.size();
      apply(lookups.get(font.u16(record + 2)), run, place);
      grown += run.size() - before;
    }
    return context.input()[context.input().length - 1] + grown - at + 1;
  }
}
