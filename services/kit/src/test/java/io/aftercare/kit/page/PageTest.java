package io.aftercare.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void the_one_too_many_tells_that_there_is_more() {
    var cut = Page.cut(List.of(1, 2, 3), 2);

    assertEquals(List.of(1, 2), cut.found());
    assertTrue(cut.more());
  }

  @Test
  void a_full_page_may_be_the_last() {
    var cut = Page.cut(List.of(1, 2), 2);

    assertEquals(List.of(1, 2), cut.found());
    assertFalse(cut.more());
  }
}
