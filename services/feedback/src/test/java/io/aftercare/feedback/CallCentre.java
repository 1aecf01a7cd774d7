package io.aftercare.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells of calls the way the follow-up service does, and sees what feedback sets aside. */
final class CallCentre implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final EventProbe calls = EventProbe.on(Topics.FOLLOW_UPS);
  private final EventProbe setAside = EventProbe.on(Topics.DEAD_LETTERS + "feedback");

  void tells(Call call) {
    tells(call, JSON.valueToTree(call.event()));
  }

  void tells(Call call, ObjectNode data) {
    String type =
        call.state().equals("done")
            ? EventTypes.FOLLOW_UP_COMPLETED
            : EventTypes.FOLLOW_UP_ATTEMPTED;
    calls.sendRaw(call.id().toString(), bytes(data), headers(call, type));
  }

  ObjectNode data(Call call) {
    return JSON.valueToTree(call.event());
  }

  void tellsNonsense(Call call) {
    calls.sendRaw(
        call.id().toString(),
        "{\"callId\": not even JSON".getBytes(UTF_8),
        headers(call, EventTypes.FOLLOW_UP_COMPLETED));
  }

  void tellsWithoutHeaders(UUID key) {
    calls.sendRaw(key.toString(), "{}".getBytes(UTF_8), Map.of());
  }

  ConsumerRecord<String, byte[]> seesSetAside(UUID key) {
    return setAside.awaitRecord(letter -> key.toString().equals(letter.key()));
  }

  /**
   * Returns when all that was told of this call is worked through: what is set aside after it comes
   * after it.
   */
  void waitsUntilHeard(Call call) {
    tellsWithoutHeaders(call.id());
    seesSetAside(call.id());
  }

  private static Map<String, String> headers(Call call, String type) {
    return new HashMap<>(
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/aftercare/follow-up",
            "ce_type",
            type,
            "ce_time",
            call.at().toString(),
            "ce_subject",
            call.id().toString(),
            "ce_aggregateversion",
            Long.toString(call.version()),
            "content-type",
            "application/json"));
  }

  private static byte[] bytes(ObjectNode data) {
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  @Override
  public void close() throws InterruptedException {
    calls.close();
    setAside.close();
  }
}
