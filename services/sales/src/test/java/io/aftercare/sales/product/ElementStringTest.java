package io.aftercare.sales.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.sales.product.ElementString.Unreadable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {

  private static final String GS = "\u001d";
  private static final String GTIN = "09506000134352";

  private static ElementString read(String scanned) {
    return ElementString.read(scanned, LocalDate.of(2026, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]d2010950600013435217271231101A-2b\u001d21S42",
        "]C1010950600013435217271231101A-2b\u001d21S42",
        "]Q3010950600013435217271231101A-2b\u001d21S42",
        "]d2\u001d010950600013435217271231101A-2b\u001d21S42\u001d",
        "010950600013435217271231101A-2b\u001d21S42",
        "\u001d010950600013435217271231101A-2b\u001d21S42",
        "010950600013435217271231101A-2b\u241d21S42\r\n",
        "0109506000134352\u001d17271231\u001d101A-2b\u001d21S42",
        "101A-2b\u001d21S42\u001d010950600013435217271231",
        "(01)09506000134352(17)271231(10)1A-2b(21)S42",
        "(01) 09506000134352 (17) 271231 (10) 1A-2b (21) S42",
        "(01)9506000134352(17)271231(10)1A-2b(21)S42",
        "]d2(01)09506000134352(17)271231(10)1A-2b(21)S42",
        "https://id.gs1.org/01/09506000134352/10/1A-2b/21/S42?17=271231",
        "https://example.com/some/path/01/9506000134352/10/1A%2D2b/21/S42?17=271231&lang=en#x",
        "]Q1https://id.gs1.org/01/09506000134352/10/1A-2b/21/S42?17=271231"
      })
  void theSamePackIsReadHoweverItIsWritten(String scanned) {
    ElementString pack = read(scanned);

    assertEquals(Optional.of(GTIN), pack.gtin());
    assertEquals(Optional.of("1A-2b"), pack.batch());
    assertEquals(Optional.of("S42"), pack.serial());
    assertEquals(Optional.of(LocalDate.of(2027, 12, 31)), pack.expiry());
  }

  @ParameterizedTest
  @CsvSource({
    "96385074, 00000096385074",
    "614141000036, 00614141000036",
    "4006381333931, 04006381333931",
    "09506000134352, 09506000134352",
    "]E04006381333931, 04006381333931",
    "]E496385074, 00000096385074",
    "]I109506000134352, 09506000134352",
    "' 4006381333931 ', 04006381333931"
  })
  void aBareNumberIsAGtin(String scanned, String gtin) {
    assertEquals(Optional.of(gtin), read(scanned).gtin());
    assertTrue(read(scanned).batch().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "271231, 2027-12-31",
    "270200, 2027-02-28",
    "280200, 2028-02-29",
    "280229, 2028-02-29",
    "260100, 2026-01-31",
    "760101, 2076-01-01",
    "770101, 1977-01-01",
    "990101, 1999-01-01"
  })
  void yearsHaveTheNearestCenturyAndDayZeroEndsTheMonth(String date, LocalDate expiry) {
    assertEquals(Optional.of(expiry), read("(01)" + GTIN + "(17)" + date).expiry());
  }

  @Test
  void atTheEndOfACenturyTheNextOneIsNear() {
    var pack = ElementString.read("(01)" + GTIN + "(17)020131", LocalDate.of(2099, 6, 1));

    assertEquals(Optional.of(LocalDate.of(2102, 1, 31)), pack.expiry());
  }

  @Test
  void otherDatesAndCountsAreRead() {
    ElementString pack = read("01" + GTIN + "11250614" + "15270630" + "3012" + GS + "240X-1");

    assertEquals(Optional.of(LocalDate.of(2025, 6, 14)), pack.producedOn());
    assertEquals(Optional.of(LocalDate.of(2027, 6, 30)), pack.bestBefore());
    assertEquals(Optional.of(12), pack.quantity());
  }

  @Test
  void anExpiryToTheMinuteIsADay() {
    assertEquals(
        Optional.of(LocalDate.of(2026, 4, 5)), read("(01)" + GTIN + "(7003)2604051330").expiry());
  }

  @Test
  void aCaseNamesThePacksWithin() {
    ElementString box = read("02" + GTIN + "3724" + GS + "10B7");

    assertEquals(Optional.of(GTIN), box.gtin());
    assertEquals(Optional.of(24), box.quantity());
    assertEquals(Optional.of("B7"), box.batch());
  }

  @ParameterizedTest
  @CsvSource({
    "710, pzn",
    "711, cip",
    "712, cn-es",
    "713, drn",
    "714, aim",
    "715, ndc",
    "716, aic",
    "717, nhrn-717"
  })
  void aNationalNumberIsACodeBesideTheGtin(String identifier, String system) {
    assertEquals(
        List.of(new Product.Code("gtin", GTIN), new Product.Code(system, "0123456")),
        read("01" + GTIN + identifier + "0123456" + GS + "10B").codes());
    assertEquals(
        List.of(new Product.Code(system, "0123456")), read(identifier + "0123456").codes());
  }

  @Test
  void aBatchMayLookLikeAnIdentifier() {
    assertEquals(Optional.of("21(17)"), read("01" + GTIN + "1021(17)").batch());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4006381333932                   | check digit of these digits is 1",
        "(01)09506000134353              | (01) ends in 3, but the check digit",
        "0109506000134353                | (01) ends in 3, but the check digit",
        "(01)0950600013435               | (01) ends in 5",
        "(01)12345                       | (01) must have 14 characters, not 5",
        "01095060001                     | (01) must have 14 characters, not 9",
        "010950600013435                 | (01) must have 14 characters, not 13",
        "(01)09506000134352(17)261332    | (17) 261332 has no month 13",
        "(01)09506000134352(17)260230    | (17) 260230 has no day 30",
        "(01)09506000134352(17)2612      | (17) must have 6 characters, not 4",
        "(01)09506000134352(17)26123x    | (17) must be digits",
        "(01)09506000134352(10)          | (10) must have 1 to 20 characters, not 0",
        "(01)09506000134352(10)123456789012345678901 | (10) must have 1 to 20 characters, not 21",
        "(01)09506000134352(10)a#b       | (10) holds a character",
        "(01)09506000134352(10)a(10)b    | (10) stands twice",
        "(01)09506000134352(88)a         | (88), which is not known here",
        "(10)abc                         | names no product",
        "(1)abc                          | must begin with an application identifier",
        "hello                           | is neither a GTIN",
        "0109506000134352X9              | at character 17",
        "]A0hello                        | symbology ]A0",
        "https://example.com/about       | names no product",
        "https://example.com/01/12/10/%zz | (01) must have 14 characters",
        "https://example.com/01/09506000134352/10/%zz | not encoded"
      })
  void whatIsWrongIsSaid(String scanned, String message) {
    String said = assertThrows(Unreadable.class, () -> read(scanned)).getMessage();

    assertTrue(said.contains(message), said);
  }

  /** Whatever a scanner sends, there is an answer. */
  @Test
  void noTextBreaksIt() {
    var random = new java.util.Random(7);
    String alphabet = "0123456789()]dC12Q\u001d\u241d/:?=&%htps.AZaz \n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "01" + GTIN : i % 3 == 1 ? "(17)" : "");
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        read(text.toString());
      } catch (Unreadable said) {
        assertTrue(said.getMessage().length() > 5);
      }
    }
  }
}
