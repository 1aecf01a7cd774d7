package io.aftercare.sales.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thai marks stand where they are read: one over the other, never one in the other. */
class ShaperTest {

  static FontFile font;
  static Shaper shaper;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in =
        ShaperTest.class.getClassLoader().getResourceAsStream("fonts/NotoSansThai-Regular.ttf")) {
      font = new FontFile(in.readAllBytes());
      shaper = new Shaper(font);
    }
  }

  @Test
  void a_tone_mark_stands_clear_above_an_upper_vowel() {
    for (String syllable : List.of("ที่", "นี่", "ผู้", "น้ำ", "ปื้", "ฟื้", "กั๋", "ยิ้")) {
      List<Glyph> marks = shaper.shape(syllable).stream().filter(g -> g.advance == 0).toList();
      if (syllable.equals("ผู้")) {
        assertTrue(top(marks.getFirst()) <= bottom(marks.get(1)), syllable);
      } else {
        assertTrue(bottom(marks.get(1)) >= top(marks.getFirst()), syllable);
      }
    }
  }

  @Test
  void a_tone_mark_alone_stays_near_its_consonant() {
    assertTrue(bottom(shaper.shape("ก่").get(1)) < bottom(shaper.shape("กี่").get(2)));
  }

  @Test
  void sara_am_parts_and_takes_its_ring_under_the_tone_mark() {
    assertEquals("น\u0e4d\u0e49\u0e32", Shaper.apart("น้ำ"));
    assertEquals(4, shaper.shape("น้ำ").size());
  }

  @Test
  void over_a_tall_consonant_marks_move_aside_from_its_stem() {
    List<Glyph> run = shaper.shape("ปี");
    int stem = right(run.getFirst());
    int mark = font.advance(run.getFirst().id) + right(run.get(1));

    assertTrue(mark < stem, () -> mark + " is not left of " + stem);
  }

  @Test
  void a_consonant_with_a_foot_loses_it_over_a_lower_vowel() {
    assertTrue(shaper.shape("ญู").getFirst().id != shaper.shape("ญ").getFirst().id);
  }

  @Test
  void marks_take_no_room() {
    assertEquals(shaper.width(shaper.shape("นน")), shaper.width(shaper.shape("นี่นี้")));
  }

  private static int top(Glyph glyph) {
    return glyph.dy + font.s16(outline(glyph) + 8);
  }

  private static int bottom(Glyph glyph) {
    return glyph.dy + font.s16(outline(glyph) + 4);
  }

  /** The right edge, from where the pen stands. */
  private static int right(Glyph glyph) {
    return glyph.dx + font.s16(outline(glyph) + 6);
  }

  /** Where the font draws the glyph: its bounds, and then its lines. */
  private static int outline(Glyph glyph) {
    boolean isLong = font.u16(font.table("head") + 50) == 1;
    int locations = font.table("loca");
    return font.table("glyf")
        + (isLong
            ? (int) font.u32(locations + 4 * glyph.id)
            : 2 * font.u16(locations + 2 * glyph.id));
  }
}
