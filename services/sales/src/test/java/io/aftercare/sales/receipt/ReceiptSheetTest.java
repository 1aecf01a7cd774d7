package io.aftercare.sales.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.sales.paper.Fonts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** The receipt as a PDF: what a customer reads, searches and copies in it. */
class ReceiptSheetTest {

  private static final Fonts FONTS = new Fonts();

  @Test
  void in_english_it_says_all_that_was_bought() throws IOException {
    String text = text(print("en", Receipts.english()));

    assertContains(
        text, "Harbor Pharmacy", "Amoxicillin 250 MG Oral Capsule", "$15.00", "1 returned");
    assertContains(text, "Take one capsule three times a day", "Total after returns", "$99.00");
    assertContains(text, "March 3, 2026", "+1 617 555 0142", "Delivery to your home");
  }

  @Test
  void in_chinese_it_can_be_searched() throws IOException {
    String text = text(print("zh", Receipts.chinese())).replace(" ", "");

    assertContains(text, "购药收据", "阿莫西林胶囊", "2026年3月3日", "送药上门", "药师");
  }

  @Test
  void in_thai_it_is_drawn_with_latin_names_in_it() throws IOException {
    byte[] pdf = print("th", Receipts.thai());

    assertContains(text(pdf), "Paracetamol 500 mg", "2569");
    assertEquals(2, fonts(pdf), "one font for Thai, one for Latin, none for Chinese");
  }

  @Test
  void two_hundred_lines_go_over_pages_and_none_is_lost() throws IOException {
    ReceiptText receipt =
        Receipts.compose(
            Language.EN,
            Receipts.purchase("America/New_York", "USD", false, Receipts.many(200)),
            Receipts.pharmacy("Harbor Pharmacy", "US", List.of(), "+1 617 555 0142"),
            List.of());

    byte[] pdf = print("long", receipt);

    PdfReader reader = new PdfReader(pdf);
    assertTrue(reader.getNumberOfPages() > 10);
    String text = text(pdf);
    for (int n = 1; n <= 200; n++) {
      assertContains(text, "Medicine number " + n + "\n");
    }
    assertContains(text, "$250.00");
  }

  @Test
  void names_without_end_are_broken_and_not_cut() throws IOException {
    String name = "Polyhydroxyethyl".repeat(18) + "END";
    String directions = "ใช้ยาทาบาง ๆ บริเวณที่มีอาการ".repeat(16);
    ReceiptText receipt =
        Receipts.compose(
            Language.TH,
            Receipts.purchase(
                "Asia/Bangkok",
                "THB",
                true,
                List.of(Receipts.item(name, null, null, 1, 0, "10", directions))),
            Receipts.pharmacy("ร้านยา", "TH", List.of(), "02-555-0142"),
            List.of());

    String text = text(print("names", receipt)).replace("\n", "");

    assertContains(text, "END", "02-555-0142");
  }

  /** Prints it, and leaves it where people can look at it. */
  private static byte[] print(String name, ReceiptText receipt) throws IOException {
    byte[] pdf = new ReceiptSheet(receipt).pdf(FONTS);
    Path folder = Files.createDirectories(Path.of("target", "receipts"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
    return pdf;
  }

  private static String text(byte[] pdf) throws IOException {
    PdfReader reader = new PdfReader(pdf);
    PdfTextExtractor extractor = new PdfTextExtractor(reader);
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      text.append(extractor.getTextFromPage(page)).append('\n');
    }
    return text.toString();
  }

  private static int fonts(byte[] pdf) throws IOException {
    PdfReader reader = new PdfReader(pdf);
    return reader
        .getPageN(1)
        .getAsDict(org.openpdf.text.pdf.PdfName.RESOURCES)
        .getAsDict(org.openpdf.text.pdf.PdfName.FONT)
        .size();
  }

  private static void assertContains(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> "\"%s\" is not in:\n%s".formatted(part, text));
    }
  }
}
