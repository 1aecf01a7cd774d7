package io.aftercare.sales.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of the house. Each is loaded when the first character is seen that the fonts before it
 * do not have, so that a chain that writes no Chinese never holds its ten megabytes.
 */
@ApplicationScoped
public class Fonts {

  /** Text in one font. */
  record Run(Typeface face, String text) {}

  /** What stands where no font has the character. */
  private static final int UNKNOWN = '?';

  private final List<Lazy> faces =
      List.of(
          new Lazy(() -> Typeface.load("NotoSans-Regular.ttf", false)),
          new Lazy(() -> Typeface.load("NotoSansThai-Regular.ttf", true)),
          new Lazy(() -> Typeface.load("NotoSansSC-Regular.ttf", false)));

  /** The text cut where the font changes. */
  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    Typeface face = null;
    for (int character : text.codePoints().toArray()) {
      Typeface next = faceOf(character);
      int shown = character;
      if (next == null) {
        next = faces.getFirst().get();
        shown = UNKNOWN;
      }
      if (face != null && next != face) {
        runs.add(new Run(face, current.toString()));
        current.setLength(0);
      }
      face = next;
      current.appendCodePoint(shown);
    }
    if (face != null) {
      runs.add(new Run(face, current.toString()));
    }
    return runs;
  }

  float width(String text, float size) {
    float width = 0;
    for (Run run : runs(text)) {
      width += run.face().width(run.text(), size);
    }
    return width;
  }

  private @Nullable Typeface faceOf(int character) {
    for (Lazy face : faces) {
      if (face.get().has(character)) {
        return face.get();
      }
    }
    return null;
  }

  /** Loaded once, when it is first asked for. */
  private static final class Lazy {

    private final Supplier<Typeface> load;
    private volatile @Nullable Typeface face;

    Lazy(Supplier<Typeface> load) {
      this.load = load;
    }

    Typeface get() {
      Typeface loaded = face;
      if (loaded == null) {
        synchronized (this) {
          loaded = face;
          if (loaded == null) {
            loaded = load.get();
            face = loaded;
          }
        }
      }
      return loaded;
    }
  }
}
