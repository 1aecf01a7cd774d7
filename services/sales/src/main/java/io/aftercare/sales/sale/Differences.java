package io.aftercare.sales.sale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Names the fields in which two posted sales differ, as paths. */
final class Differences {

  private Differences() {}

  static List<String> between(NewSale a, NewSale b, ObjectMapper json) {
    List<String> paths = new ArrayList<>();
    compare("", json.valueToTree(a), json.valueToTree(b), paths);
    return paths;
  }

  private static void compare(String path, JsonNode a, JsonNode b, List<String> paths) {
    if (a.equals(b)) {
      return;
    }
    if (a.isObject() && b.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      a.fieldNames().forEachRemaining(names::add);
      b.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(path.isEmpty() ? name : path + "." + name, field(a, name), field(b, name), paths);
      }
    } else if (a.isArray() && b.isArray() && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        compare(path + "[" + i + "]", a.get(i), b.get(i), paths);
      }
    } else {
      paths.add(path);
    }
  }

  private static JsonNode field(JsonNode object, String name) {
    JsonNode field = object.get(name);
    return field == null ? MissingNode.getInstance() : field;
  }
}
