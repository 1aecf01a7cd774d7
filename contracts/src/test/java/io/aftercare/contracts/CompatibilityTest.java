package io.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

  private static final String RELEASED =
      """
      {"$id": "urn:example", "type": "object", "properties": {
         "id": {"type": "string", "format": "uuid"},
         "buyer": {"type": "string", "enum": ["self", "other"]},
         "region": {"type": "string", "pattern": "^[A-Z]+$"},
         "lines": {"type": "array", "minItems": 1, "items": {"type": "object",
           "properties": {"quantity": {"type": "integer", "minimum": 1}}, "required": ["quantity"]}}},
       "required": ["id", "buyer", "lines"]}
      """;

  static List<Path> releasedSchemas() {
    return Contracts.files(Contracts.RELEASED).toList();
  }

  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void whatWasReleasedStaysTrue(Path released) {
    Path current = Contracts.RESOURCES.resolve("schemas").resolve(released.getFileName());

    assertThat(current).as("a released schema is never withdrawn").exists();
    assertThat(Compatibility.breaks(Contracts.json(released), Contracts.json(current))).isEmpty();
  }

  @Test
  void everySchemaHasABaseline() {
    assertThat(Contracts.files(Contracts.RESOURCES.resolve("schemas")))
        .allSatisfy(
            schema ->
                assertThat(Files.exists(Contracts.RELEASED.resolve(schema.getFileName())))
                    .as("a copy of %s under %s", schema, Contracts.RELEASED)
                    .isTrue());
  }

  @Test
  void addingIsCompatible() {
    assertThat(
            after(
                schema -> {
                  property(schema, "added").put("type", "string");
                  values(schema, "buyer").add("caregiver");
                  line(schema).withObject("properties").putObject("added").put("type", "integer");
                  property(schema, "id").put("description", "other words");
                }))
        .isEmpty();
  }

  @Test
  void losingAFieldBreaks() {
    assertThat(after(schema -> schema.withObject("properties").remove("region")))
        .containsExactly("region: is gone");
  }

  @Test
  void losingAFieldOfALineBreaks() {
    assertThat(
            after(
                schema -> {
                  line(schema).withObject("properties").remove("quantity");
                  line(schema).withArray("required").removeAll();
                }))
        .contains("lines[].quantity: is gone");
  }

  @Test
  void retypingBreaks() {
    assertThat(after(schema -> quantity(schema).put("type", "number")))
        .containsExactly("lines[].quantity: type changed from \"integer\" to \"number\"");
  }

  @Test
  void anotherFormatBreaks() {
    assertThat(after(schema -> property(schema, "id").remove("format")))
        .containsExactly("id: format changed from \"uuid\" to nothing");
  }

  @Test
  void anotherRangeBreaks() {
    assertThat(after(schema -> quantity(schema).put("minimum", 0)))
        .containsExactly("lines[].quantity: minimum changed from 1 to 0");
  }

  @Test
  void gainingARequiredFieldBreaks() {
    assertThat(after(schema -> schema.withArray("required").add("region")))
        .containsExactly("the event: region became required");
  }

  @Test
  void arrivingAsARequiredFieldBreaks() {
    assertThat(
            after(
                schema -> {
                  line(schema).withObject("properties").putObject("price").put("type", "integer");
                  line(schema).withArray("required").add("price");
                }))
        .containsExactly("lines[]: price became required");
  }

  @Test
  void noLongerBeingRequiredBreaks() {
    assertThat(after(schema -> line(schema).withArray("required").removeAll()))
        .containsExactly("lines[]: quantity is no longer required");
  }

  @Test
  void losingAnEnumValueBreaks() {
    assertThat(after(schema -> values(schema, "buyer").remove(0)))
        .containsExactly("buyer: lost the value self");
  }

  @Test
  void becomingAnEnumBreaks() {
    assertThat(after(schema -> property(schema, "region").putArray("enum").add("MA")))
        .containsExactly("region: enum appeared");
  }

  @Test
  void anotherNameBreaks() {
    assertThat(after(schema -> schema.put("$id", "urn:other")))
        .containsExactly("$id: changed from \"urn:example\" to \"urn:other\"");
  }

  private static List<String> after(Consumer<ObjectNode> change) {
    ObjectNode current = released().deepCopy();
    change.accept(current);
    return Compatibility.breaks(released(), current);
  }

  private static ObjectNode released() {
    try {
      return (ObjectNode) Contracts.JSON.readTree(RELEASED);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static ObjectNode property(ObjectNode schema, String name) {
    return schema.withObject("properties").withObject(name);
  }

  private static ArrayNode values(ObjectNode schema, String name) {
    return property(schema, name).withArray("enum");
  }

  private static ObjectNode line(ObjectNode schema) {
    JsonNode items = property(schema, "lines").get("items");
    return (ObjectNode) items;
  }

  private static ObjectNode quantity(ObjectNode schema) {
    return property(line(schema), "quantity");
  }
}
