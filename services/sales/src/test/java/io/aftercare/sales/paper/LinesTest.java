package io.aftercare.sales.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void words_stay_whole_where_they_fit() {
    assertEquals(
        List.of("take one", "capsule a", "day"),
        lines("take one capsule a day", 9, Locale.ENGLISH));
  }

  @Test
  void a_word_wider_than_a_line_is_broken() {
    assertEquals(List.of("a", "bcdef", "gh i"), lines("a bcdefgh i", 5, Locale.ENGLISH));
  }

  @Test
  void a_line_break_stands() {
    assertEquals(List.of("one", "", "two"), lines("one\n\ntwo", 9, Locale.ENGLISH));
  }

  @Test
  void thai_is_broken_between_words_though_it_writes_no_gaps() {
    // drink | water | after | meals
    List<String> lines = lines("ดื่มน้ำหลังอาหาร", 8, Locale.ENGLISH);

    assertEquals("ดื่มน้ำหลังอาหาร", String.join("", lines));
    assertTrue(
        lines.stream().allMatch(line -> List.of("ดื่มน้ำ", "หลัง", "อาหาร").contains(line)),
        () -> lines.toString());
  }

  @Test
  void no_thai_character_is_parted_from_its_marks() {
    for (String line : lines("ที่".repeat(20), 4, Locale.of("th"))) {
      assertTrue(line.startsWith("ที่") && line.endsWith("ที่"), line);
    }
  }

  @Test
  void chinese_is_broken_between_characters_but_not_before_a_full_stop() {
    for (String line : lines("饭后服用，请按疗程服完。请勿饮酒。", 4, Locale.CHINESE)) {
      assertTrue(!line.startsWith("。") && !line.startsWith("，"), line);
    }
  }

  private static List<String> lines(String text, int width, Locale language) {
    return Lines.of(text, width, language, String::length);
  }
}
