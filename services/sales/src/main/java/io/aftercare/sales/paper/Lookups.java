package io.aftercare.sales.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of one layout table (GSUB or GPOS): which belong to a feature, and where in a run of
 * glyphs a contextual one applies.
 */
final class Lookups {

  /**
   * One lookup.
   *
   * @param subtables where its parts begin; the first that fits is applied
   */
  record Lookup(int type, int flag, int markSet, int[] subtables) {}

  /** Where a contextual lookup found its input, and where its list of further lookups stands. */
  record Context(int[] input, int records, int count) {}

  private final FontFile font;
  private final GlyphSets sets;
  private final int table;
  private final List<Lookup> lookups = new ArrayList<>();

  Lookups(FontFile font, GlyphSets sets, String tag) {
    this.font = font;
    this.sets = sets;
    this.table = font.table(tag);
    int list = table + font.u16(table + 8);
    for (int i = 0; i < font.u16(list); i++) {
      lookups.add(lookup(list + font.u16(list + 2 + 2 * i)));
    }
  }

  private Lookup lookup(int at) {
    int[] subtables = new int[font.u16(at + 4)];
    for (int i = 0; i < subtables.length; i++) {
      subtables[i] = at + font.u16(at + 6 + 2 * i);
    }
    int flag = font.u16(at + 2);
    boolean hasSet = (flag & GlyphSets.USE_MARK_SET) != 0;
    int markSet = hasSet ? font.u16(at + 6 + 2 * subtables.length) : 0;
    return new Lookup(font.u16(at), flag, markSet, subtables);
  }

  Lookup get(int index) {
    return lookups.get(index);
  }

  /** The lookups of these features in a script's usual language, in the order they apply. */
  List<Lookup> of(String script, Set<String> features) {
    int scripts = table + font.u16(table + 4);
    for (int i = 0; i < font.u16(scripts); i++) {
      int entry = scripts + 2 + 6 * i;
      if (tag(entry).equals(script)) {
        int found = scripts + font.u16(entry + 4);
        return ofLanguage(found + font.u16(found), features);
      }
    }
    return List.of();
  }

  private List<Lookup> ofLanguage(int language, Set<String> wanted) {
    int features = table + font.u16(table + 6);
    TreeSet<Integer> found = new TreeSet<>();
    for (int i = 0; i < font.u16(language + 4); i++) {
      int entry = features + 2 + 6 * font.u16(language + 6 + 2 * i);
      if (wanted.contains(tag(entry))) {
        int feature = features + font.u16(entry + 4);
        for (int k = 0; k < font.u16(feature + 2); k++) {
          found.add(font.u16(feature + 4 + 2 * k));
        }
      }
    }
    return found.stream().map(lookups::get).toList();
  }

  /**
   * Looks whether a chained context (format 3: by coverages) is met at this place of the run; null
   * when it is not.
   */
  @Nullable Context chained(Lookup lookup, int subtable, List<Glyph> run, int at) {
    if (font.u16(subtable) != 3) {
      return null;
    }
    int before = font.u16(subtable + 2);
    int inputs = subtable + 4 + 2 * before;
    int input = font.u16(inputs);
    int aheads = inputs + 2 + 2 * input;
    int ahead = font.u16(aheads);
    int[] places = new int[input];
    int place = at;
    for (int i = 0; i < input; i++) {
      if (i > 0) {
        place = next(lookup, run, place, 1);
      }
      if (!covered(subtable, inputs + 2 + 2 * i, run, place)) {
        return null;
      }
      places[i] = place;
    }
    for (int i = 0; i < ahead; i++) {
      place = next(lookup, run, place, 1);
      if (!covered(subtable, aheads + 2 + 2 * i, run, place)) {
        return null;
      }
    }
    place = at;
    for (int i = 0; i < before; i++) {
      place = next(lookup, run, place, -1);
      if (!covered(subtable, subtable + 4 + 2 * i, run, place)) {
        return null;
      }
    }
    int records = aheads + 2 + 2 * ahead;
    return new Context(places, records + 2, font.u16(records));
  }

  private boolean covered(int subtable, int coverage, List<Glyph> run, int place) {
    return place >= 0
        && place < run.size()
        && sets.index(subtable + font.u16(coverage), run.get(place).id) >= 0;
  }

  /** The next place in this direction that the lookup minds; outside the run when there is none. */
  int next(Lookup lookup, List<Glyph> run, int place, int step) {
    int next = place + step;
    while (next >= 0 && next < run.size() && ignores(lookup, run.get(next))) {
      next += step;
    }
    return next;
  }

  boolean ignores(Lookup lookup, Glyph glyph) {
    return sets.isIgnored(lookup.flag(), lookup.markSet(), glyph.id);
  }

  private String tag(int at) {
    char[] tag = {
      (char) (font.u16(at) >> 8),
      (char) (font.u16(at) & 0xff),
      (char) (font.u16(at + 2) >> 8),
      (char) (font.u16(at + 2) & 0xff)
    };
    return new String(tag);
  }
}
