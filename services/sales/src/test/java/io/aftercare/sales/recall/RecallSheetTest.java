package io.aftercare.sales.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecallSheetTest {

  @Test
  void whatLooksLikeAFormulaIsMadeText() {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM", "\tx", "\rx")) {
      assertEquals("'", RecallSheet.cell(formula).replace("\"", "").substring(0, 1));
    }
    assertEquals("a-1", RecallSheet.cell("a-1"));
  }

  @Test
  void whatHoldsASeparatorIsQuoted() {
    assertEquals("\"a,b\"", RecallSheet.cell("a,b"));
    assertEquals("\"say \"\"x\"\"\"", RecallSheet.cell("say \"x\""));
    assertEquals("", RecallSheet.cell(""));
  }

  @Test
  void aRowHasACellForEveryColumn() {
    UUID sale = UUID.fromString("019b8a10-0001-7c3e-9a41-5d2e8f6b0001");
    RecalledSale anonymous =
        new RecalledSale(
            sale,
            "boston-1",
            "t-1",
            Instant.parse("2026-03-03T19:05:00Z"),
            null,
            "completed",
            List.of(1, 3),
            3,
            1,
            2);

    assertEquals(
        sale + ",boston-1,t-1,2026-03-03T19:05:00Z,,completed,1 3,3,1,2\r\n",
        RecallSheet.rows(List.of(anonymous)));
    assertEquals(10, RecallSheet.HEADER.split(",").length);
  }
}
