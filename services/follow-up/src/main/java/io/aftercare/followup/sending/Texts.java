package io.aftercare.followup.sending;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
   * What a text is filled with.
   *
   * @param name whom it greets
   * @param promised the service it is about; absent where it is about none
   * @param zone of the reader's clock
   */
  record Facts(String name, URI optOut, Outgoing.@Nullable Promised promised, ZoneId zone) {}

  /**
   * @param template such as {@code birthday}
   */
  Text write(String template, Language language, Facts facts) {
    Map<String, Object> words = new HashMap<>();
    words.put("name", facts.name());
    words.put("pharmacy", rules.from());
    words.put("optOut", facts.optOut().toString());
    if (facts.promised() != null) {
      words.put("kind", facts.promised().kind());
      words.put("when", language.moment(facts.promised().at().atZone(facts.zone())));
    }
    String whole = find(template, language).render(words);
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
