package io.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.Contracts.Payload;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemasTest {

  @Test
  void thereIsOneSchemaPerPayload() {
    assertThat(Contracts.files(Contracts.RESOURCES.resolve("schemas")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Payload.values()).map(Payload::schemaFile).toList());
  }

  @ParameterizedTest
  @EnumSource(Payload.class)
  void everySchemaSaysWhichItIs(Payload payload) {
    JsonNode schema = payload.schema();

    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asText()).isEqualTo("urn:aftercare:schema:" + payload.schemaName);
  }

  @ParameterizedTest
  @EnumSource(Payload.class)
  void everyFieldIsDescribedAndEveryObjectOpen(Payload payload) {
    described(payload.schemaName, payload.schema());
  }

  private static void described(String where, JsonNode schema) {
    assertThat(schema.path("description").asText()).as("description of " + where).endsWith(".");
    if (schema.has("properties")) {
      assertThat(schema.path("additionalProperties").asBoolean()).as(where + " is open").isTrue();
    }
    schema
        .path("properties")
        .properties()
        .forEach(property -> described(where + "." + property.getKey(), property.getValue()));
    if (schema.has("items")) {
      described(where + "[]", schema.get("items"));
    }
  }
}
