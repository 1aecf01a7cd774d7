package io.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.Contracts.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final JsonNode DOCUMENT =
      Contracts.yaml(Contracts.RESOURCES.resolve("asyncapi.yaml"));
  private static final String DEAD_LETTERS = Topics.DEAD_LETTERS + "{consumer}";

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(references(DOCUMENT))
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(resolve(reference).isMissingNode()).isFalse());
  }

  @Test
  void itListsExactlyTheTopics() {
    List<String> topics =
        Contracts.constants(Topics.class).values().stream()
            .map(topic -> topic.equals(Topics.DEAD_LETTERS) ? DEAD_LETTERS : topic)
            .toList();

    assertThat(addresses().keySet()).containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void itListsExactlyTheTypesEachOnOneTopic() {
    List<String> told =
        addresses().entrySet().stream()
            .filter(channel -> !channel.getKey().equals(DEAD_LETTERS))
            .flatMap(channel -> messages(channel.getValue()).stream())
            .map(message -> message.get("name").asText())
            .sorted()
            .toList();

    assertThat(told).containsExactlyElementsOf(Contracts.eventTypes());
  }

  @Test
  void everyMessageIsToldOnAChannel() {
    List<JsonNode> told =
        addresses().values().stream().flatMap(channel -> messages(channel).stream()).toList();

    assertThat(DOCUMENT.at("/components/messages").elements())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void everyEventHasTheCloudEventHeadersAndItsSchema() {
    events()
        .forEach(
            (type, message) -> {
              assertThat(resolve(message.at("/traits/0/$ref").asText()).has("headers")).isTrue();
              assertThat(message.at("/payload/schema/$ref").asText())
                  .isEqualTo("./schemas/" + Payload.of(type).schemaName + ".json");
            });
  }

  @Test
  void everySampleIsAnExampleOfItsType() {
    events()
        .forEach(
            (type, message) -> {
              List<String> examples =
                  StreamSupport.stream(message.get("examples").spliterator(), false)
                      .map(example -> example.at("/payload/$ref").asText())
                      .toList();
              List<String> samples =
                  Contracts.files(Contracts.sampleFolder(type))
                      .map(file -> "./" + Contracts.RESOURCES.relativize(file))
                      .toList();
              assertThat(examples).as(type).containsExactlyElementsOf(samples);
            });
  }

  @Test
  void everyChannelHasOneOperationThatTellsAllItsMessages() {
    List<String> channels = new ArrayList<>();
    for (JsonNode operation : DOCUMENT.get("operations")) {
      String channel = operation.at("/channel/$ref").asText();
      channels.add(channel);
      List<String> told = references(operation.get("messages"));
      assertThat(told)
          .containsExactlyElementsOf(
              fieldNames(resolve(channel).get("messages")).stream()
                  .map(message -> channel + "/messages/" + message)
                  .toList());
    }
    assertThat(channels)
        .containsExactlyElementsOf(
            fieldNames(DOCUMENT.get("channels")).stream()
                .map(name -> "#/channels/" + name)
                .toList());
  }

  @Test
  void everyParameterOfAnAddressIsDescribed() {
    assertThat(fieldNames(addresses().get(DEAD_LETTERS).get("parameters")))
        .containsExactly("consumer");
  }

  private static Map<String, JsonNode> addresses() {
    Map<String, JsonNode> addresses = new TreeMap<>();
    DOCUMENT
        .get("channels")
        .forEach(channel -> addresses.put(channel.get("address").asText(), channel));
    return addresses;
  }

  private static Map<String, JsonNode> events() {
    Map<String, JsonNode> events = new TreeMap<>();
    DOCUMENT
        .at("/components/messages")
        .forEach(
            message -> {
              String name = message.get("name").asText();
              if (name.startsWith("io.aftercare.")) {
                events.put(name, message);
              }
            });
    return events;
  }

  private static List<JsonNode> messages(JsonNode channel) {
    return references(channel.get("messages")).stream().map(AsyncApiTest::resolve).toList();
  }

  private static JsonNode resolve(String reference) {
    return reference.startsWith("#")
        ? DOCUMENT.at(reference.substring(1))
        : Contracts.json(Contracts.RESOURCES.resolve(reference).normalize());
  }

  private static List<String> references(JsonNode node) {
    List<String> references = new ArrayList<>();
    if (node.path("$ref").isTextual()) {
      references.add(node.get("$ref").asText());
    }
    node.forEach(child -> references.addAll(references(child)));
    return references;
  }

  private static List<String> fieldNames(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
