package io.aftercare.sales.receipt;

import io.aftercare.sales.paper.Fonts;
import io.aftercare.sales.paper.Sheet;
import io.aftercare.sales.paper.Sheet.Cell;
import io.aftercare.sales.paper.Sheet.Piece;
import io.aftercare.sales.paper.Sheet.Style;
import io.aftercare.sales.receipt.ReceiptText.Item;
import io.aftercare.sales.receipt.ReceiptText.Row;
import io.aftercare.sales.receipt.ReceiptText.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Arranges a receipt on paper. */
final class ReceiptSheet {

  private static final float WIDE = 0.74f;
  private static final float LABEL = 0.26f;

  private final ReceiptText receipt;
  private final Words words;

  ReceiptSheet(ReceiptText receipt) {
    this.receipt = receipt;
    this.words = receipt.words();
  }

  byte[] pdf(Fonts fonts) {
    String title = words.of("title") + " – " + receipt.pharmacy();
    return Sheet.pdf(fonts, Locale.forLanguageTag(receipt.tag()), title, this::write);
  }

  private void write(Sheet sheet) {
    head(sheet);
    if (receipt.voided()) {
      sheet.space(8);
      sheet.notice(new Piece(words.of("voided"), Style.WARNING));
    }
    optional(sheet, receipt.header());
    sheet.rule();
    receipt.items().forEach(item -> item(sheet, item));
    receipt.sums().forEach(sum -> sum(sheet, sum));
    if (!receipt.services().isEmpty()) {
      sheet.rule();
      sheet.text(words.of("services"), Style.HEADING);
      sheet.space(3);
      receipt.services().forEach(service -> service(sheet, service));
    }
    sheet.rule();
    reach(sheet);
    optional(sheet, receipt.footer());
  }

  private void head(Sheet sheet) {
    List<Piece> address = new ArrayList<>();
    receipt.address().forEach(line -> address.add(new Piece(line, Style.SMALL)));
    if (receipt.phone() != null) {
      address.add(new Piece(receipt.phone(), Style.SMALL));
    }
    sheet.text(receipt.pharmacy(), Style.TITLE);
    sheet.space(3);
    sheet.row(new Cell(1, false, address));
    sheet.space(8);
    sheet.row(
        cell(
            0.6f,
            new Piece(words.of("title"), Style.SMALL),
            new Piece(receipt.soldAt(), Style.TEXT)),
        new Cell(
            0.4f,
            true,
            List.of(
                new Piece(words.of("number"), Style.SMALL),
                new Piece(receipt.number(), Style.TEXT))));
  }

  private void item(Sheet sheet, Item item) {
    List<Piece> what = new ArrayList<>();
    what.add(new Piece(item.name(), Style.STRONG));
    add(what, item.details());
    add(
        what,
        item.unitPrice() == null ? item.quantity() : item.quantity() + " × " + item.unitPrice());
    List<Piece> price = new ArrayList<>();
    if (item.price() != null) {
      price.add(new Piece(item.price(), Style.STRONG));
    }
    if (item.returned() != null) {
      what.add(new Piece(item.returned(), Style.WARNING));
    }
    sheet.row(new Cell(WIDE, false, what), new Cell(1 - WIDE, true, price));
    if (item.directions() != null) {
      sheet.space(3);
      sheet.notice(
          new Piece(words.of("directions"), Style.ACCENT),
          new Piece(item.directions(), Style.TEXT));
    }
    sheet.space(item.points().isEmpty() ? 0 : 4);
    item.points().forEach(point -> sheet.text("•  " + point, Style.TEXT));
    sheet.rule();
  }

  private static void sum(Sheet sheet, Row sum) {
    sheet.row(
        cell(0.6f, new Piece(sum.label(), Style.HEADING)),
        new Cell(0.4f, true, List.of(new Piece(sum.value(), Style.HEADING))));
  }

  private static void service(Sheet sheet, Service service) {
    List<Piece> what = new ArrayList<>();
    what.add(new Piece(service.kind(), Style.STRONG));
    add(what, service.promised());
    sheet.row(
        new Cell(WIDE, false, what),
        new Cell(1 - WIDE, true, List.of(new Piece(service.stateInWords(), Style.TEXT))));
  }

  private void reach(Sheet sheet) {
    sheet.text(words.of("reach"), Style.HEADING);
    sheet.space(3);
    sheet.text(words.of("questions"), Style.TEXT);
    sheet.space(4);
    row(sheet, words.of("phone"), receipt.phone(), Style.STRONG);
    for (int i = 0; i < receipt.hours().size(); i++) {
      Row hours = receipt.hours().get(i);
      row(
          sheet,
          i == 0 ? words.of("hours") : "",
          hours.label() + "\u2003" + hours.value(),
          Style.TEXT);
    }
    sheet.space(4);
    sheet.text(words.of("emergency"), Style.SMALL);
  }

  private static void row(Sheet sheet, String label, @Nullable String value, Style style) {
    if (value != null) {
      sheet.row(
          cell(LABEL, new Piece(label, Style.SOFT)), cell(1 - LABEL, new Piece(value, style)));
    }
  }

  private static void optional(Sheet sheet, @Nullable String text) {
    if (text != null) {
      sheet.space(4);
      sheet.text(text, Style.TEXT);
    }
  }

  private static void add(List<Piece> pieces, @Nullable String text) {
    if (text != null) {
      pieces.add(new Piece(text, Style.SMALL));
    }
  }

  private static Cell cell(float share, Piece... pieces) {
    return new Cell(share, false, List.of(pieces));
  }
}
