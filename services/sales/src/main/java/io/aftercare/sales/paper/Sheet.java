package io.aftercare.sales.paper;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Pages of A5 that are written from top to bottom; a page that is full is followed by another.
 * Lengths are in points.
 */
public final class Sheet {

  /** How a piece of text looks. */
  public enum Style {
    TITLE(17, true, Ink.BLACK),
    HEADING(10.5f, true, Ink.BLACK),
    STRONG(9.5f, true, Ink.BLACK),
    TEXT(9.5f, false, Ink.BLACK),
    SOFT(9.5f, false, Ink.GRAY),
    SMALL(8.5f, false, Ink.GRAY),
    ACCENT(8.5f, true, Ink.GREEN),
    WARNING(8.5f, true, Ink.RED);

    private final float size;
    private final boolean bold;
    private final int[] ink;

    Style(float size, boolean bold, int[] ink) {
      this.size = size;
      this.bold = bold;
      this.ink = ink;
    }

    private float leading() {
      return size * LEADING;
    }
  }

  /** Red, green and blue, from 0 to 255; all dark enough to be read on white. */
  private static final class Ink {
    static final int[] BLACK = {20, 33, 29};
    static final int[] GRAY = {90, 107, 101};
    static final int[] GREEN = {11, 107, 83};
    static final int[] RED = {138, 31, 17};
    static final int[] TINT = {236, 245, 242};
    static final int[] LINE = {214, 224, 220};
  }

  /** Text in a style. */
  public record Piece(String text, Style style) {}

  /**
   * A column of a row.
   *
   * @param share of the width between the margins, from 0 to 1
   * @param toTheRight whether its text ends at its right edge
   */
  public record Cell(float share, boolean toTheRight, List<Piece> pieces) {}

  /** Enough for a tone mark over a vowel over a consonant, under a vowel below. */
  private static final float LEADING = 1.5f;

  /** From the foot of a line to its baseline. */
  private static final float DESCENT = 3.2f;

  private static final float MARGIN = 34;
  private static final float FOOT = 40;
  private static final float GUTTER = 8;
  private static final float BOLD = 0.035f;
  private static final int FILL = 0;
  private static final int FILL_AND_STROKE = 2;

  private record Line(String text, Style style) {}

  private final Fonts fonts;
  private final Locale language;
  private final Document document;
  private final PdfContentByte canvas;
  private final float width;
  private final float top;
  private final float left;
  private float y;
  private int page = 1;

  private Sheet(Fonts fonts, Locale language, Document document, PdfWriter writer) {
    this.fonts = fonts;
    this.language = language;
    this.document = document;
    this.canvas = writer.getDirectContent();
    Rectangle size = document.getPageSize();
    this.left = MARGIN;
    this.width = size.getWidth() - 2 * MARGIN;
    this.top = size.getHeight() - MARGIN;
    this.y = top;
  }

  /** The PDF of what {@code content} writes. */
  public static byte[] pdf(Fonts fonts, Locale language, String title, Consumer<Sheet> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A5);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    document.addTitle(title);
    document.open();
    writer
        .getExtraCatalog()
        .put(PdfName.LANG, new PdfString(language.toLanguageTag(), PdfObject.TEXT_UNICODE));
    Sheet sheet = new Sheet(fonts, language, document, writer);
    content.accept(sheet);
    sheet.number();
    document.close();
    return out.toByteArray();
  }

  /** Text over the whole width. */
  public void text(String text, Style style) {
    row(new Cell(1, false, List.of(new Piece(text, style))));
  }

  /** Columns side by side; they stay on one page unless they are longer than a page. */
  public void row(Cell... cells) {
    List<List<Line>> columns = new ArrayList<>();
    float height = 0;
    for (Cell cell : cells) {
      List<Line> lines = lines(cell);
      columns.add(lines);
      height = Math.max(height, height(lines));
    }
    if (height <= y - FOOT) {
      draw(cells, columns, height);
    } else if (height <= top - FOOT) {
      turn();
      draw(cells, columns, height);
    } else {
      flow(cells, columns);
    }
  }

  /** A thin line over the whole width; none where a new page begins and parts things itself. */
  public void rule() {
    room(14);
    if (y == top) {
      return;
    }
    canvas.setRGBColorStroke(Ink.LINE[0], Ink.LINE[1], Ink.LINE[2]);
    canvas.setLineWidth(0.7f);
    canvas.moveTo(left, y - 7);
    canvas.lineTo(left + width, y - 7);
    canvas.stroke();
    y -= 14;
  }

  public void space(float height) {
    y -= Math.min(height, Math.max(0, y - FOOT));
  }

  /** Text on a tinted ground, for what must not be missed. */
  public void notice(Piece... pieces) {
    List<Line> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      wrapped(piece.text(), piece.style(), width - 2 * GUTTER)
          .forEach(line -> lines.add(new Line(line, piece.style())));
    }
    float height = height(lines) + 1.5f * GUTTER;
    room(height);
    canvas.setRGBColorFill(Ink.TINT[0], Ink.TINT[1], Ink.TINT[2]);
    canvas.roundRectangle(left, y - height, width, height, 5);
    canvas.fill();
    float baseline = y - GUTTER / 2;
    for (Line line : lines) {
      baseline -= line.style().leading();
      show(line, left + GUTTER, baseline + DESCENT);
    }
    y -= height;
  }

  private void draw(Cell[] cells, List<List<Line>> columns, float height) {
    float x = left;
    for (int i = 0; i < cells.length; i++) {
      float baseline = y;
      for (Line line : columns.get(i)) {
        baseline -= line.style().leading();
        show(line, cells[i].toTheRight() ? rightOf(line, x, cells[i]) : x, baseline + DESCENT);
      }
      x += cells[i].share() * width;
    }
    y -= height;
  }

  /** A row longer than a page: line by line, on as many pages as it takes. */
  private void flow(Cell[] cells, List<List<Line>> columns) {
    int longest = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int n = 0; n < longest; n++) {
      List<List<Line>> slice = new ArrayList<>();
      float height = 0;
      for (List<Line> column : columns) {
        List<Line> part = n < column.size() ? List.of(column.get(n)) : List.of();
        slice.add(part);
        height = Math.max(height, height(part));
      }
      room(height);
      draw(cells, slice, height);
    }
  }

  private float rightOf(Line line, float x, Cell cell) {
    return x + cell.share() * width - fonts.width(line.text(), line.style().size);
  }

  private void show(Line line, float x, float baseline) {
    Style style = line.style();
    canvas.beginText();
    canvas.setRGBColorFill(style.ink[0], style.ink[1], style.ink[2]);
    canvas.setRGBColorStroke(style.ink[0], style.ink[1], style.ink[2]);
    canvas.setLineWidth(style.bold ? style.size * BOLD : 0);
    canvas.setTextRenderingMode(style.bold ? FILL_AND_STROKE : FILL);
    float pen = x;
    for (Fonts.Run run : fonts.runs(line.text())) {
      run.face().show(canvas, run.text(), style.size, pen, baseline);
      pen += run.face().width(run.text(), style.size);
    }
    canvas.endText();
  }

  private List<Line> lines(Cell cell) {
    float column = cell.share() * width - (cell.share() < 1 ? GUTTER : 0);
    List<Line> lines = new ArrayList<>();
    for (Piece piece : cell.pieces()) {
      wrapped(piece.text(), piece.style(), column)
          .forEach(line -> lines.add(new Line(line, piece.style())));
    }
    return lines;
  }

  private List<String> wrapped(String text, Style style, float column) {
    return Lines.of(text, column, language, part -> fonts.width(part, style.size));
  }

  private static float height(List<Line> lines) {
    float height = 0;
    for (Line line : lines) {
      height += line.style().leading();
    }
    return height;
  }

  /** Turns the page when so much does not fit on it any more. */
  private void room(float height) {
    if (height > y - FOOT) {
      turn();
    }
  }

  private void turn() {
    number();
    document.newPage();
    page++;
    y = top;
  }

  /** A sheet of one page needs no number; the first gets its own too late to know. */
  private void number() {
    if (page > 1) {
      String number = Integer.toString(page);
      float middle = left + width / 2 - fonts.width(number, Style.SMALL.size) / 2;
      show(new Line(number, Style.SMALL), middle, FOOT - 20);
    }
  }
}
