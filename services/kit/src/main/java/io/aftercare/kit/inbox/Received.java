package io.aftercare.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One event as it came.
 *
 * @param id the CloudEvents id
 * @param type the CloudEvents type
 * @param key the aggregate it tells of
 * @param version the aggregate's version after the change
 * @param time when it happened, in business time
 * @param json the data, not yet read
 * @param traceparent W3C trace context to go on with, absent where the sender had none
 * @param origin the record it came in
 * @param mapper reads the data
 */
public record Received(
    UUID id,
    String type,
    UUID key,
    long version,
    Instant time,
    byte[] json,
    @Nullable String traceparent,
    ConsumerRecord<String, byte[]> origin,
    ObjectMapper mapper) {

  /**
   * The data as its contract record.
   *
   * @throws Unreadable when it is not such a record; the event then goes to the dead letters
   */
  public <T> T as(Class<T> contract) {
    try {
      T data = tolerant(mapper, contract).readValue(json);
      if (data == null) {
        throw new Unreadable("data is null");
      }
      return data;
    } catch (JsonProcessingException malformed) {
      throw new Unreadable(
          "data is not a %s: %s"
              .formatted(contract.getSimpleName(), malformed.getOriginalMessage()));
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  /** What a later version of a contract adds is no concern of a consumer that was built before. */
  private static ObjectReader tolerant(ObjectMapper mapper, Class<?> contract) {
    return mapper.readerFor(contract).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  static Received of(ConsumerRecord<String, byte[]> origin, ObjectMapper mapper) {
    if (origin.value() == null) {
      throw new Unreadable("the record has no value");
    }
    try {
      return new Received(
          UUID.fromString(required(origin, "ce_id")),
          required(origin, "ce_type"),
          UUID.fromString(required(origin, "ce_subject")),
          Long.parseLong(required(origin, "ce_aggregateversion")),
          OffsetDateTime.parse(required(origin, "ce_time")).toInstant(),
          origin.value(),
          header(origin, "traceparent"),
          origin,
          mapper);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new Unreadable("a CloudEvents header is malformed: " + malformed.getMessage());
    }
  }

  private static String required(ConsumerRecord<String, byte[]> origin, String name) {
    String value = header(origin, name);
    if (value == null) {
      throw new Unreadable("the header " + name + " is missing");
    }
    return value;
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> origin, String name) {
    Header header = origin.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  /** The record cannot be understood, however often it is tried. */
  public static final class Unreadable extends RuntimeException {
    public Unreadable(String reason) {
      super(reason);
    }
  }
}
