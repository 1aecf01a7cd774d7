package io.aftercare.profile.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Everything that is kept of a person as one page of HTML, without script or picture. */
final class ReadablePage {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>What we keep of you</title>
      <style>body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}dl{border-top:1px solid #ccc;\
      display:grid;grid-template-columns:14em 1fr;gap:.2em 1em;padding:.6em 0}dt{color:#555}dd{margin:0}</style></head><body>
      <h1>What we keep of you</h1>
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  String of(JsonNode everything) {
    text("p", "Customer number " + everything.path("customer").asText());
    everything
        .path("tables")
        .properties()
        .forEach(
            table -> {
              text("h2", words(table.getKey()));
              table.getValue().forEach(this::fields);
            });
    return page.append("</body></html>\n").toString();
  }

  private void fields(JsonNode row) {
    page.append("<dl>");
    row.properties()
        .forEach(
            field -> {
              text("dt", words(field.getKey()));
              page.append("<dd>");
              value(field.getValue());
              page.append("</dd>");
            });
    page.append("</dl>\n");
  }

  private void value(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> fields(value);
      case ARRAY ->
          value.forEach(
              each -> {
                page.append("<div>");
                value(each);
                page.append("</div>");
              });
      default -> escape(value.asText());
    }
  }

  private void text(String element, String text) {
    page.append('<').append(element).append('>');
    escape(text);
    page.append("</").append(element).append('>');
  }

  private void escape(String text) {
    text.chars()
        .forEach(
            letter -> {
              switch (letter) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                default -> page.append((char) letter);
              }
            });
  }

  /** {@code preferredName} and {@code birth_month} as people write them. */
  private static String words(String name) {
    String words =
        name.replace('_', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
