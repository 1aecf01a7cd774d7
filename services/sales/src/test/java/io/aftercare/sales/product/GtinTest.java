package io.aftercare.sales.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

  @ParameterizedTest
  @CsvSource({
    "96385074, 00000096385074",
    "614141000036, 00614141000036",
    "4006381333931, 04006381333931",
    "09506000134352, 09506000134352"
  })
  void everyLengthIsKeptAsFourteenDigits(String written, String kept) {
    assertNull(Gtin.flaw(written));
    assertEquals(kept, Gtin.padded(written));
    assertEquals(new Product.Code("gtin", kept), new Product.Code("gtin", written));
  }

  @Test
  void aWrongCheckDigitIsToldWithTheRightOne() {
    assertEquals("ends in 2, but the check digit of these digits is 1", Gtin.flaw("4006381333932"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1234567", "123456789", "12345678901", "400638133393X"})
  void whatHasAnotherFormIsNone(String text) {
    assertNotNull(Gtin.flaw(text));
  }

  @Test
  void aCheckDigitFindsEverySingleWrongDigit() {
    String good = "09506000134352";
    for (int i = 0; i < good.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String text = good.substring(0, i) + digit + good.substring(i + 1);
        assertEquals(text.equals(good), Gtin.flaw(text) == null, text);
      }
    }
  }
}
