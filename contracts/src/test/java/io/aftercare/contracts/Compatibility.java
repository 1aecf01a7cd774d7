package io.aftercare.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The rule for schemas that were released: fields and enum values may be added, and nothing else.
 * What is required stays required, because readers rely on it; nothing becomes required, because
 * old events are still in the topics.
 */
final class Compatibility {

  /** A change in any of these makes another type of a field. */
  private static final List<String> TYPE =
      List.of(
          "type",
          "format",
          "pattern",
          "const",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "$ref",
          "additionalProperties");

  private Compatibility() {}

  /** What the current schema breaks of the released one; empty when it only adds. */
  static List<String> breaks(JsonNode released, JsonNode current) {
    List<String> breaks = new ArrayList<>();
    if (!released.path("$id").equals(current.path("$id"))) {
      breaks.add("$id: changed from %s to %s".formatted(released.path("$id"), current.path("$id")));
    }
    compare("", released, current, breaks);
    return breaks;
  }

  private static void compare(
      String where, JsonNode released, JsonNode current, List<String> breaks) {
    for (String keyword : TYPE) {
      if (!released.path(keyword).equals(current.path(keyword))) {
        breaks.add(
            "%s: %s changed from %s to %s"
                .formatted(name(where), keyword, said(released, keyword), said(current, keyword)));
      }
    }
    compareEnums(where, released, current, breaks);
    compareRequired(where, released, current, breaks);
    released
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String field = where.isEmpty() ? property.getKey() : where + "." + property.getKey();
              JsonNode now = current.path("properties").path(property.getKey());
              if (now.isMissingNode()) {
                breaks.add(field + ": is gone");
              } else {
                compare(field, property.getValue(), now, breaks);
              }
            });
    if (released.has("items")) {
      compare(where + "[]", released.get("items"), current.path("items"), breaks);
    }
  }

  private static void compareEnums(
      String where, JsonNode released, JsonNode current, List<String> breaks) {
    if (released.has("enum") != current.has("enum")) {
      breaks.add(name(where) + ": enum " + (current.has("enum") ? "appeared" : "is gone"));
      return;
    }
    Set<String> lost = texts(released.path("enum"));
    lost.removeAll(texts(current.path("enum")));
    lost.forEach(value -> breaks.add("%s: lost the value %s".formatted(name(where), value)));
  }

  private static void compareRequired(
      String where, JsonNode released, JsonNode current, List<String> breaks) {
    Set<String> before = texts(released.path("required"));
    Set<String> now = texts(current.path("required"));
    now.stream()
        .filter(field -> !before.contains(field))
        .forEach(field -> breaks.add("%s: %s became required".formatted(name(where), field)));
    before.stream()
        .filter(field -> !now.contains(field))
        .forEach(field -> breaks.add("%s: %s is no longer required".formatted(name(where), field)));
  }

  private static String name(String where) {
    return where.isEmpty() ? "the event" : where;
  }

  private static String said(JsonNode schema, String keyword) {
    return schema.has(keyword) ? schema.get(keyword).toString() : "nothing";
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
    return texts;
  }
}
