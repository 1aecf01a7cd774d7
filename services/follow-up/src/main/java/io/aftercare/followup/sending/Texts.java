package io.aftercare.followup.sending;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What messages say, from {@code templates/message}: a file per template and language, its first
 * line the subject. They speak of no medicine and no illness, because nobody knows who reads along.
 */
@ApplicationScoped
class Texts {

  /** What is said where a programme has no words of its own. */
  private static final String PLAIN = "visit";

  private final Engine engine;
  private final SendingRules rules;

  Texts(Engine engine, SendingRules rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /** A text, written. */
  record Text(String subject, String body) {}

  /**
   * @param template such as {@code birthday}
   * @param name whom it greets
   */
  Text write(String template, Language language, String name, URI optOut) {
    String whole =
        find(template, language)
            .render(Map.of("name", name, "pharmacy", rules.from(), "optOut", optOut.toString()));
    int end = whole.indexOf('\n');
    return new Text(whole.substring(0, end).strip(), whole.substring(end + 1).strip() + "\n");
  }

  /** By its whole name, else by the part before the full stop: {@code talk.on-sleep} is a talk. */
  private Template find(String template, Language language) {
    return Stream.of(template, template.replaceAll("\\..*", ""), PLAIN)
        .map(name -> engine.getTemplate(path(name, language)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static String path(String template, Language language) {
    return "message/%s.%s.txt".formatted(template, language.tag());
  }
}
