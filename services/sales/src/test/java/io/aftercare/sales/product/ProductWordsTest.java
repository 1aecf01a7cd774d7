package io.aftercare.sales.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductWordsTest {

  private static final ProductWords WORDS =
      new ProductWords(
          new Product(
              "house",
              "A-17",
              "Crème Amoxicillin 阿莫西林",
              "250 mg",
              "capsule",
              "J01CA04",
              true,
              7,
              false,
              false,
              false,
              List.of(new Product.Code("gtin", "4006381333931")),
              null));

  @ParameterizedTest
  @CsvSource({
    "a-17, 0",
    "4006381333931, 0",
    "04006381333931, 0",
    "creme, 1",
    "Crème amox, 1",
    "amox, 2",
    "阿莫, 2",
    "amox creme, 2",
    "amox 250, 3",
    "j01c, 3",
    "moxi, 3",
    "amox 500, -1",
    "syrup, -1"
  })
  void whatWasTypedDecidesTheRank(String query, int rank) {
    assertEquals(rank, WORDS.rank(new ProductWords.Query(query)));
  }

  @ParameterizedTest
  @CsvSource({"''", "' '"})
  void nothingTypedFindsEverything(String query) {
    assertTrue(WORDS.rank(new ProductWords.Query(query)) >= 0);
  }
}
