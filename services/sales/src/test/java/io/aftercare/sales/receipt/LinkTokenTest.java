package io.aftercare.sales.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

  @Test
  void no_two_are_alike() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertTrue(seen.add(LinkToken.random().text()));
    }
  }

  @Test
  void it_is_read_back_from_its_link_and_nothing_else_is() {
    LinkToken token = LinkToken.random();

    assertEquals(token, LinkToken.of(token.text()).orElseThrow());
    for (String wrong : List.of("", "abc", token.text() + "A", token.text().substring(1) + "/")) {
      assertTrue(LinkToken.of(wrong).isEmpty(), wrong);
    }
  }

  @Test
  void it_does_not_slip_into_a_log() {
    LinkToken token = LinkToken.random();

    assertFalse(token.toString().contains(token.text()));
  }
}
