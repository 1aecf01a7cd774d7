package io.aftercare.profile.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

  @ParameterizedTest
  @CsvSource({
    "José, Núñez, Jose, Nunez",
    "王小明, , Wang Xiaoming, ",
    "小明, 王, Xiaoming, Wang",
    "Наталья, Иванова, Natalya, Ivanova",
    "サクラ, タナカ, さくら, たなか",
    "Bob, Miller, Robert, Miller",
    "Miller, Robert, Robert, Miller",
    "Mary Ann, Smith, Mary, Smith",
    "Ολγα, Παππα, Olga, Pappa",
    "O'Neil, Shaun, ONeil, Shaun"
  })
  void one_person_s_spellings_are_alike(String given, String family, String other, String last) {
    assertThat(FoldedName.of(given, family).likeness(FoldedName.of(other, last)))
        .isGreaterThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({
    "Ada, Okafor, Peter, Okafor",
    "Ada, Okafor, Ada, Lindqvist",
    "小明, 王, Jing, Wang",
    "Robert, Miller, Susan, Kowalski"
  })
  void two_people_s_names_are_not(String given, String family, String other, String last) {
    assertThat(FoldedName.of(given, family).likeness(FoldedName.of(other, last))).isLessThan(0.75);
  }
}
