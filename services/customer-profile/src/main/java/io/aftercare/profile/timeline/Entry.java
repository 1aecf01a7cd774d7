package io.aftercare.profile.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer, or will.
 *
 * @param id the same for the same thing, whenever and however often it is told
 * @param version of what it is the entry of
 * @param source the sale, call, complaint, survey answer or consent
 * @param customerId the customer that was told, whoever that is by now
 * @param at in business time; a contact's is when it is due
 * @param storeId absent where it belongs to no store
 * @param state where it stands, in the words of its owner
 * @param detail more words of its owner by name; nothing that a person typed
 */
public record Entry(
    UUID id,
    long version,
    Kind kind,
    UUID source,
    UUID customerId,
    Instant at,
    @Nullable String storeId,
    String state,
    Map<String, String> detail) {

  /** What happened. */
  public enum Kind {
    @JsonProperty("sale")
    SALE,
    /** A call that is planned, was made, or will not be. */
    @JsonProperty("contact")
    CONTACT,
    /** What the last attempt of a call found. */
    @JsonProperty("outcome")
    OUTCOME,
    @JsonProperty("complaint")
    COMPLAINT,
    /** What the customer answered in a survey. */
    @JsonProperty("answer")
    ANSWER,
    @JsonProperty("consent")
    CONSENT
  }

  public static Entry of(
      Kind kind,
      UUID source,
      long version,
      UUID customerId,
      Instant at,
      @Nullable String storeId,
      String state,
      Map<String, String> detail) {
    return new Entry(
        id(kind, source), version, kind, source, customerId, at, storeId, state, detail);
  }

  /** One call has a contact and an outcome: the source alone would not do. */
  private static UUID id(Kind kind, UUID source) {
    return UUID.nameUUIDFromBytes((kind + "/" + source).getBytes(UTF_8));
  }
}
