package io.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.Contracts.Payload;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A record and its schema have the same fields, of the same kind, and agree on what may be absent.
 */
class RecordsTest {

  @ParameterizedTest
  @EnumSource(Payload.class)
  void recordAndSchemaAgree(Payload payload) {
    agree(payload.schemaName, payload.record, payload.schema());
  }

  private static void agree(String where, Class<?> record, JsonNode schema) {
    RecordComponent[] components = record.getRecordComponents();
    assertThat(schema.get("properties").fieldNames())
        .as(where)
        .toIterable()
        .containsExactlyElementsOf(
            Arrays.stream(components).map(RecordComponent::getName).toList());
    assertThat(texts(schema.get("required")))
        .as("required of " + where)
        .containsExactlyElementsOf(
            Arrays.stream(components)
                .filter(component -> !mayBeAbsent(component))
                .map(RecordComponent::getName)
                .toList());
    for (RecordComponent component : components) {
      JsonNode property = schema.get("properties").get(component.getName());
      sameKind(where + "." + component.getName(), component.getGenericType(), property);
    }
  }

  private static void sameKind(String where, Type type, JsonNode property) {
    if (type instanceof ParameterizedType list) {
      assertThat(list.getRawType()).as(where).isEqualTo(List.class);
      assertThat(property.path("type").asText()).as(where).isEqualTo("array");
      sameKind(where + "[]", list.getActualTypeArguments()[0], property.get("items"));
    } else if (type instanceof Class<?> record && record.isRecord()) {
      assertThat(property.path("type").asText()).as(where).isEqualTo("object");
      agree(where, record, property);
    } else {
      assertThat(kind(property)).as(where).isEqualTo(kind((Class<?>) type));
    }
  }

  private static String kind(JsonNode property) {
    String type = property.path("type").asText();
    return property.has("format") ? type + " " + property.get("format").asText() : type;
  }

  private static String kind(Class<?> type) {
    return switch (type) {
      case Class<?> t when t == UUID.class -> "string uuid";
      case Class<?> t when t == Instant.class || t == OffsetDateTime.class -> "string date-time";
      case Class<?> t when t == LocalDate.class -> "string date";
      case Class<?> t when t == String.class || t == LocalTime.class -> "string";
      case Class<?> t when t == int.class || t == long.class || t == Integer.class -> "integer";
      case Class<?> t when t == boolean.class || t == Boolean.class -> "boolean";
      case Class<?> t when t == BigDecimal.class -> "number";
      default -> throw new IllegalArgumentException("No JSON type is agreed for " + type);
    };
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
