package io.aftercare.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aftercare.local.parts.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The realm of the house, made from its template: an array element that speaks of <code>${store}
 * </code> stands for one element per store, and every other <code>${name}</code> for a value of
 * that name.
 */
final class Realm {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORE = "${store}";
  private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");

  private final JsonNode filled;
  private final Map<String, String> values = new TreeMap<>();

  private Realm(JsonNode template, List<String> stores, UnaryOperator<String> value) {
    this.filled = fill(perStore(template, stores), name -> values.computeIfAbsent(name, value));
  }

  /**
   * Fills the template.
   *
   * @param template the file
   * @param stores ids of the stores that have a till
   * @param value the value for a name such as {@code client.console} or {@code user.ann}
   */
  static Realm from(Path template, List<String> stores, UnaryOperator<String> value) {
    try {
      return new Realm(JSON.readTree(template.toFile()), stores, value);
    } catch (IOException e) {
      throw new UncheckedIOException("The realm template " + template + " cannot be read", e);
    }
  }

  /** The realm of one house: secrets are its own, and people come back to its console. */
  static Realm of(Home home, Secrets secrets, String consoleUrl) {
    return from(
        home.root().resolve("deploy/keycloak/aftercare-realm.json"),
        DemoStore.ALL.stream().map(DemoStore::id).toList(),
        name -> name.equals("url.console") ? consoleUrl : secrets.of(name));
  }

  /** As Keycloak's import reads it. */
  String json() {
    return filled.toPrettyString();
  }

  /** Client ids with their secrets. */
  Map<String, String> clients() {
    Map<String, String> clients = new TreeMap<>();
    filled
        .path("clients")
        .forEach(client -> clients.put(text(client, "clientId"), text(client, "secret")));
    return clients;
  }

  /** The people who can log in, by user name. */
  Map<String, Access.Person> people() {
    Map<String, Access.Person> people = new TreeMap<>();
    for (JsonNode user : filled.path("users")) {
      if (user.has("credentials")) {
        people.put(text(user, "username"), person(user));
      }
    }
    return people;
  }

  private static Access.Person person(JsonNode user) {
    return new Access.Person(
        text(user.path("credentials").path(0), "value"),
        user.path("realmRoles").valueStream().map(JsonNode::asText).toList(),
        user.path("attributes").path("store_id").path(0).asText(null));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static JsonNode perStore(JsonNode node, List<String> stores) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(perStore(field.getValue(), stores)));
    } else if (node instanceof ArrayNode array) {
      ArrayNode repeated = JSON.createArrayNode();
      for (JsonNode element : array) {
        if (element.toString().contains(STORE)) {
          stores.forEach(
              store -> repeated.add(replaceText(element, text -> text.replace(STORE, store))));
        } else {
          repeated.add(perStore(element, stores));
        }
      }
      return repeated;
    }
    return node;
  }

  private static JsonNode fill(JsonNode node, UnaryOperator<String> value) {
    return replaceText(
        node,
        text ->
            NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1)))));
  }

  private static JsonNode replaceText(JsonNode node, UnaryOperator<String> change) {
    return switch (node) {
      case TextNode text -> TextNode.valueOf(change.apply(text.asText()));
      case ArrayNode array -> {
        ArrayNode changed = JSON.createArrayNode();
        array.forEach(element -> changed.add(replaceText(element, change)));
        yield changed;
      }
      case ObjectNode object -> {
        ObjectNode changed = JSON.createObjectNode();
        object
            .properties()
            .forEach(field -> changed.set(field.getKey(), replaceText(field.getValue(), change)));
        yield changed;
      }
      default -> node;
    };
  }
}
