package io.aftercare.followup.drafting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.followup.programme.Programme;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads programmes as people write them, and says what is wrong with them, field by field. */
@ApplicationScoped
class WrittenProgrammes {

  private final ObjectMapper json;

  WrittenProgrammes(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param text all of it but its key and version
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with the paths of what is wrong
   */
  Programme read(String key, int version, String text) {
    Programme programme = parse(key, version, text);
    List<CheckedProgramme.Flaw> flaws = CheckedProgramme.flaws(programme);
    if (!flaws.isEmpty()) {
      throw Problems.invalid(
          flaws.stream()
              .map(flaw -> Violation.In.body.field(flaw.path()).message(flaw.message()))
              .toList());
    }
    return programme;
  }

  String write(Programme programme) {
    try {
      return json.writeValueAsString(programme);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(
          "Programme %s cannot be written".formatted(programme.key()), unwritable);
    }
  }

  private Programme parse(String key, int version, String text) {
    try {
      JsonNode tree = json.readTree(text);
      if (!(tree instanceof ObjectNode written)) {
        throw Problems.invalid("body", "must be a programme, a JSON object");
      }
      for (String given : List.of("key", "version")) {
        if (written.has(given)) {
          throw Problems.invalid(given, "is given by the path and must be left out");
        }
      }
      written.put("key", key).put("version", version);
      return json.treeToValue(written, Programme.class);
    } catch (InvalidTypeIdException unknown) {
      throw Problems.invalid(path(unknown), "is none of the forms that are known here");
    } catch (ValueInstantiationException senseless) {
      throw Problems.invalid(path(senseless), reason(senseless));
    } catch (JsonProcessingException unreadable) {
      throw Problems.unreadable(unreadable);
    }
  }

  private static String reason(ValueInstantiationException senseless) {
    return senseless.getCause() instanceof IllegalArgumentException named
        ? String.valueOf(named.getMessage())
        : "is not complete";
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }
}
