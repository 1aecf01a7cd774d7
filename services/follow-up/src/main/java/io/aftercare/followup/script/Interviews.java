package io.aftercare.followup.script;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All interviews, as they are brought along with a release; and what is said in an emergency. */
@ApplicationScoped
class Interviews {

  private static final String BROUGHT = "/scripts.json";
  private static final String GENERAL = "general";

  private final Map<String, Interview> byKey;
  private final Map<String, List<String>> emergency;
  private final Map<String, List<String>> difficult;

  /**
   * As they are written.
   *
   * @param emergency what to do once a red flag is named, by language
   * @param difficult what helps when a talk gets difficult, by language
   * @param interviews which questions are asked, by id and in this order
   */
  private record Written(
      Map<String, List<String>> emergency,
      Map<String, List<String>> difficult,
      List<Question> questions,
      List<Asked> interviews) {}

  private record Asked(String key, int version, List<String> ask) {}

  Interviews(ObjectMapper json) {
    Written written = read(json);
    Map<String, Question> questions =
        written.questions().stream().collect(Collectors.toMap(Question::id, Function.identity()));
    this.emergency = Map.copyOf(written.emergency());
    this.difficult = Map.copyOf(written.difficult());
    this.byKey =
        written.interviews().stream()
            .map(asked -> interview(asked, questions))
            .collect(Collectors.toUnmodifiableMap(Interview::key, Function.identity()));
  }

  /** The interview of a programme; the general one where it has none of its own. */
  Interview of(String programme) {
    Interview own = byKey.get(programme);
    return own == null ? general() : own;
  }

  List<String> emergency(Language language) {
    return in(emergency, language);
  }

  List<String> difficult(Language language) {
    return in(difficult, language);
  }

  /** For tests of the words. */
  Iterable<Interview> all() {
    return byKey.values();
  }

  private Interview general() {
    @Nullable Interview general = byKey.get(GENERAL);
    if (general == null) {
      throw new IllegalStateException(BROUGHT + " has no interview " + GENERAL);
    }
    return general;
  }

  private static List<String> in(Map<String, List<String>> lines, Language language) {
    List<String> own = lines.get(language.key());
    return own == null ? lines.getOrDefault(Language.EN.key(), List.of()) : own;
  }

  private static Interview interview(Asked asked, Map<String, Question> questions) {
    return new Interview(
        asked.key(),
        asked.version(),
        asked.ask().stream()
            .map(
                id -> {
                  Question question = questions.get(id);
                  if (question == null) {
                    throw new IllegalStateException(
                        "Interview %s asks %s, which is no question".formatted(asked.key(), id));
                  }
                  return question;
                })
            .toList());
  }

  private static Written read(ObjectMapper json) {
    try (var brought = Interviews.class.getResourceAsStream(BROUGHT)) {
      // What is not said of a question or option does not hold.
      return json.readerFor(Written.class)
          .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .readValue(brought);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
