package io.aftercare.sales.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void are_numbered_and_come_in_portions() throws IOException {
    Lines lines = of("a\n\nb\r\nc", 10);
    List<Lines.Line> first = lines.next(3);
    assertEquals(List.of("a", "", "b\r"), first.stream().map(LinesTest::text).toList());
    assertTrue(first.get(1).isEmpty());
    List<Lines.Line> rest = lines.next(3);
    assertEquals(List.of("c"), rest.stream().map(LinesTest::text).toList());
    assertEquals(4, rest.getFirst().number());
  }

  @Test
  void of_which_one_is_too_long_harm_no_other() throws IOException {
    List<Lines.Line> lines = of("a\n" + "x".repeat(200_000) + "\nb\n", 1_000).next(10);
    assertEquals(List.of(false, true, false), lines.stream().map(Lines.Line::isTooLong).toList());
    assertEquals("b", text(lines.getLast()));
    assertEquals(0, lines.get(1).bytes().length);
  }

  @Test
  void longer_than_a_buffer_are_whole() throws IOException {
    String line = "x".repeat(150_000);
    Lines.Line read = of(line + "\n", 1_000_000).next(2).getFirst();
    assertFalse(read.isTooLong());
    assertEquals(line, text(read));
  }

  @Test
  void that_are_long_together_come_in_smaller_portions() throws IOException {
    Lines lines = of(("x".repeat(900_000) + "\n").repeat(5), 1_000_000);
    assertEquals(3, lines.next(500).size());
    assertEquals(2, lines.next(500).size());
    assertTrue(lines.next(500).isEmpty());
  }

  @Test
  void are_none_in_an_empty_stream() throws IOException {
    assertTrue(of("", 10).next(5).isEmpty());
  }

  static Lines of(String text, int longest) {
    return new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), longest);
  }

  static String text(Lines.Line line) {
    return new String(line.bytes(), UTF_8);
  }
}
