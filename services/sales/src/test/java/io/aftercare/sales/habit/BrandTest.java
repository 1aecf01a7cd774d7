package io.aftercare.sales.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amlodipine 5 MG Oral Tablet           | amlodipine
          amlodipine 10 MG Oral Tablet          | amlodipine
          amlodipine 5 MG Oral Tablet [Norvasc] | norvasc
          Norvasc 5 mg                          | norvasc
          Norvasc                               | norvasc
          24 HR metformin 500 MG Tablet         | 24 hr metformin 500 mg tablet
          """)
  void is_what_stands_before_the_strength_or_in_brackets(String name, String brand) {
    assertEquals(brand, Brand.of(name));
  }
}
