package io.aftercare.feedback.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void theOneTooManyTellsThatThereIsMore() {
    var cut = Page.cut(List.of(1, 2, 3), 2);

    assertThat(cut.found()).containsExactly(1, 2);
    assertThat(cut.more()).isTrue();
  }

  @Test
  void aFullPageMayBeTheLast() {
    var cut = Page.cut(List.of(1, 2), 2);

    assertThat(cut.found()).containsExactly(1, 2);
    assertThat(cut.more()).isFalse();
  }
}
