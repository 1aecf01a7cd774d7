package io.aftercare.sales.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The fixed words of a receipt in one language. */
public final class Words {

  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Words(language, read(language)));
    }
  }

  private final Locale locale;
  private final Properties texts;

  private Words(Language language, Properties texts) {
    this.locale = Locale.forLanguageTag(language.tag());
    this.texts = texts;
  }

  static Words in(Language language) {
    return ALL.get(language);
  }

  /**
   * The words for this.
   *
   * @throws IllegalArgumentException when there are none
   */
  public String of(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("There are no words in %s for %s".formatted(locale, key));
    }
    return text;
  }

  String of(String key, Object... values) {
    return new MessageFormat(of(key), locale).format(values);
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private static Properties read(Language language) {
    String file = "receipt/words_%s.properties".formatted(language.wire());
    try (InputStream in = Words.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, UTF_8));
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
