package io.aftercare.followup.call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question of a call: codes or a number, never words.
 *
 * @param question names it for life
 * @param codes of the options that were chosen; none for a number
 * @param number absent for options
 */
public record Answer(String question, List<String> codes, @Nullable Integer number) {

  /**
   * @param byQuestion as they are stored; absent where nothing was answered
   */
  static List<Answer> of(@Nullable JsonObject byQuestion) {
    return byQuestion == null
        ? List.of()
        : byQuestion.stream().sorted(Map.Entry.comparingByKey()).map(Answer::of).toList();
  }

  private static Answer of(Map.Entry<String, Object> given) {
    return switch (given.getValue()) {
      case Number number -> new Answer(given.getKey(), List.of(), number.intValue());
      case JsonArray codes ->
          new Answer(given.getKey(), codes.stream().map(String::valueOf).toList(), null);
      case Object code -> new Answer(given.getKey(), List.of(code.toString()), null);
    };
  }
}
