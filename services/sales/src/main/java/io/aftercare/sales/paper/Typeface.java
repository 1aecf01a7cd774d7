package io.aftercare.sales.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfGlyphArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;

/** A font that can be measured and shown; of each document it goes into, only what is used. */
final class Typeface {

  private static final Logger LOG = Logger.getLogger(Typeface.class);

  private final BaseFont font;
  private final @Nullable Shaper shaper;

  private Typeface(BaseFont font, @Nullable Shaper shaper) {
    this.font = font;
    this.shaper = shaper;
  }

  /**
   * Loads a font of the artifact.
   *
   * @param isThai its script needs shaping
   * @throws IllegalStateException when the artifact was built without it
   */
  static Typeface load(String file, boolean isThai) {
    String path = "fonts/" + file;
    try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "The font %s is not in the artifact; build services/sales whole, with Node and npm"
                .formatted(path));
      }
      byte[] bytes = in.readAllBytes();
      BaseFont font =
          BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
      LOG.infof("Font %s loaded for receipts", file);
      return new Typeface(font, isThai ? new Shaper(new FontFile(bytes)) : null);
    } catch (IOException broken) {
      throw new UncheckedIOException("The font %s cannot be read".formatted(path), broken);
    }
  }

  boolean has(int character) {
    return font.charExists(character);
  }

  float width(String text, float size) {
    return shaper == null
        ? font.getWidthPoint(text, size)
        : shaper.width(shaper.shape(text)) * size / 1_000;
  }

  /** Shows the text with its baseline beginning at this point. */
  void show(PdfContentByte page, String text, float size, float x, float y) {
    page.setFontAndSize(font, size);
    if (shaper == null) {
      page.setTextMatrix(x, y);
      page.showText(text);
    } else {
      PdfDictionary meant = new PdfDictionary();
      // Marks moved about are no text to search in; this says what they mean.
      meant.put(PdfName.ACTUALTEXT, new PdfString(text, PdfObject.TEXT_UNICODE));
      page.beginMarkedContentSequence(PdfName.SPAN, meant, true);
      showShaped(page, shaper, shaper.shape(text), size, x, y);
      page.endMarkedContentSequence();
    }
  }

  private static void showShaped(
      PdfContentByte page, Shaper shaper, List<Glyph> run, float size, float x, float y) {
    float scale = size / 1_000;
    float pen = x;
    for (Glyph glyph : run) {
      PdfGlyphArray one = new PdfGlyphArray();
      one.add(glyph.id);
      page.setTextMatrix(
          pen + shaper.thousandths(glyph.dx) * scale, y + shaper.thousandths(glyph.dy) * scale);
      page.showText(one);
      pen += shaper.thousandths(glyph.advance) * scale;
    }
  }
}
