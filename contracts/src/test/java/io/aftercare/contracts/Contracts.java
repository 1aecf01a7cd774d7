package io.aftercare.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published files, read from where they are kept. */
final class Contracts {

  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path RELEASED = Path.of("src/test/resources/released");

  /** Writes as the services do: ISO dates, what is absent left out, offsets kept. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  /** A kind of payload: one schema, one record. */
  enum Payload {
    SALE("sale.v1", SaleEvent.class),
    RECALL("recall.v1", RecallEvent.class),
    CUSTOMER("customer.v1", CustomerEvent.class),
    CARE_OFFER("care-offer.v1", CareOfferEvent.class),
    FOLLOW_UP("follow-up.v1", FollowUpEvent.class),
    MESSAGE("message.v1", MessageEvent.class),
    ADVERSE_REACTION("adverse-reaction.v1", AdverseReactionEvent.class),
    SERVICE_REQUEST("service-request.v1", ServiceRequestEvent.class),
    COMPLAINT("complaint.v1", ComplaintEvent.class),
    SURVEY("survey.v1", SurveyEvent.class);

    final String schemaName;
    final Class<? extends Record> record;

    Payload(String schemaName, Class<? extends Record> record) {
      this.schemaName = schemaName;
      this.record = record;
    }

    static Payload of(String eventType) {
      return switch (eventType.split("\\.")[2]) {
        case "sale" -> SALE;
        case "service-request" -> SERVICE_REQUEST;
        case "product" -> RECALL;
        case "customer", "consent" -> CUSTOMER;
        case "care-offer" -> CARE_OFFER;
        case "follow-up" -> FOLLOW_UP;
        case "message" -> MESSAGE;
        case "adverse-reaction" -> ADVERSE_REACTION;
        case "complaint" -> COMPLAINT;
        case "survey" -> SURVEY;
        default -> throw new IllegalArgumentException("No payload is known for " + eventType);
      };
    }

    JsonNode schema() {
      return json(schemaFile());
    }

    Path schemaFile() {
      return RESOURCES.resolve("schemas/" + schemaName + ".json");
    }

    /** What is wrong with the document; empty when it is valid. */
    List<String> violations(JsonNode document) {
      JsonSchema schema = SCHEMAS.getSchema(schema(), STRICT);
      return schema.validate(document.toString(), InputFormat.JSON).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    }
  }

  record Sample(String eventType, Path file) {

    Payload payload() {
      return Payload.of(eventType);
    }

    JsonNode document() {
      return json(file);
    }

    @Override
    public String toString() {
      return RESOURCES.relativize(file).toString();
    }
  }

  private Contracts() {}

  static List<String> eventTypes() {
    return constants(EventTypes.class).values().stream().sorted().toList();
  }

  /** Name and value of each constant. */
  static Map<String, String> constants(Class<?> holder) {
    Map<String, String> constants = new TreeMap<>();
    Arrays.stream(holder.getFields())
        .filter(field -> field.getType() == String.class)
        .forEach(
            field -> {
              try {
                constants.put(field.getName(), (String) field.get(null));
              } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(hidden);
              }
            });
    return constants;
  }

  static List<Sample> samples() {
    return eventTypes().stream()
        .flatMap(type -> files(sampleFolder(type)).map(file -> new Sample(type, file)))
        .toList();
  }

  static Path sampleFolder(String eventType) {
    return RESOURCES.resolve("samples").resolve(eventType.substring("io.aftercare.".length()));
  }

  static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JsonNode json(Path file) {
    return read(JSON, file);
  }

  static JsonNode yaml(Path file) {
    return read(new YAMLMapper(), file);
  }

  private static JsonNode read(ObjectMapper mapper, Path file) {
    try {
      return mapper.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
