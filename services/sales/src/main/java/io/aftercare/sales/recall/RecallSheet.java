package io.aftercare.sales.recall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sales of a recall as a spreadsheet opens them: RFC 4180, and no cell that it would take for a
 * formula.
 */
final class RecallSheet {

  static final String HEADER =
      "saleId,storeId,clientSaleId,soldAt,customerId,status,lines,quantity,returned,outstanding\r\n";

  private RecallSheet() {}

  static String rows(List<RecalledSale> sales) {
    return sales.stream().map(RecallSheet::row).collect(Collectors.joining());
  }

  private static String row(RecalledSale sale) {
    return Stream.of(
                sale.saleId(),
                sale.storeId(),
                sale.clientSaleId(),
                sale.soldAt(),
                sale.customerId() == null ? "" : sale.customerId(),
                sale.status(),
                sale.lines().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                sale.quantity(),
                sale.returned(),
                sale.outstanding())
            .map(Object::toString)
            .map(RecallSheet::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** What begins like a formula gets an apostrophe in front, by which spreadsheets know a text. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
