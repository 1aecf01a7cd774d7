package io.aftercare.profile.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

  private final PhoneNumbers numbers = TestNumbers.create();

  @ParameterizedTest
  @CsvSource({
    "(617) 555-0123,        US, +16175550123",
    "617.555.0123,          US, +16175550123",
    "+1 617 555 0123,       DE, +16175550123",
    "1-617-555-0123,        US, +16175550123",
    "030 901820,            DE, +4930901820",
    "020 7946 0018,         GB, +442079460018",
    "138 0013 8000,         CN, +8613800138000",
    "０１０-12345678,        CN, +861012345678",
    "+86 10 1234 5678,      US, +861012345678",
    "06 12 34 56 78,        FR, +33612345678",
  })
  void numbers_are_understood_as_they_are_written(String written, String country, String e164) {
    assertThat(numbers.parse(written, country)).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({"12345, US", "not a number, US", "+1 617 555, US", "+999 123456, US", "000, CN"})
  void what_no_telephone_has_is_refused_with_what_would_help(String written, String country) {
    assertThatThrownBy(() -> numbers.parse(written, country))
        .isInstanceOf(PhoneNumbers.NotANumber.class)
        .hasMessageContaining("not a valid number for " + country)
        .hasMessageContaining("or set country")
        .hasMessageNotContaining(written);
  }

  @Test
  void the_message_names_the_countrys_own_code() {
    assertThatThrownBy(() -> numbers.parse("12345", "US"))
        .hasMessage("not a valid number for US; give it as +1… or set country");
  }

  @Test
  void an_unknown_country_asks_for_the_code() {
    assertThatThrownBy(() -> numbers.parse("12345", "XX"))
        .hasMessage("not a valid number; give it with its country code, as +…");
    assertThat(numbers.knows("XX")).isFalse();
    assertThat(numbers.knows("KE")).isTrue();
  }

  @Test
  void one_number_has_one_mark_however_it_was_written() {
    assertThat(numbers.mark(numbers.parse("(617) 555-0123", "US")))
        .isEqualTo(numbers.mark(numbers.parse("+1 617 555 0123", "CN")));
  }
}
