package io.aftercare.sales.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.aftercare.sales.request.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_has_the_same_words(Language language) {
    assertEquals(Words.in(Language.EN).keys(), Words.in(language).keys());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_kind_and_state_of_a_service_has_words(Language language) {
    for (ServiceRequest.Kind kind : ServiceRequest.Kind.values()) {
      assertFalse(Words.in(language).of("kind." + kind.wire()).isBlank());
    }
    for (ServiceRequest.State state : ServiceRequest.State.values()) {
      assertFalse(Words.in(language).of("state." + state.wire()).isBlank());
    }
  }

  @Test
  void the_first_language_that_is_spoken_here_is_taken() {
    assertEquals(Language.ZH, Language.firstOf(java.util.List.of("fr", "zh-CN", "en")));
    assertEquals(Language.EN, Language.firstOf(java.util.List.of("fr")));
  }
}
