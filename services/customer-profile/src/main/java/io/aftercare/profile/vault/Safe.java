package io.aftercare.profile.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;

/** One customer's safe: seals documents for a place and opens them there. */
public final class Safe {

  /**
   * How documents lie in the database: apart from how HTTP writes them, and tolerant of what later
   * versions add.
   */
  private static final ObjectMapper DOCUMENTS =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private final Aead key;
  private final byte[] wrappedKey;

  Safe(Aead key, byte[] wrappedKey) {
    this.key = key;
    this.wrappedKey = wrappedKey;
  }

  /** The safe's key as it may be stored. */
  public byte[] wrappedKey() {
    return wrappedKey;
  }

  /** The document, readable by this safe at this place only. */
  public byte[] seal(Place place, Object document) {
    try {
      return key.encrypt(DOCUMENTS.writeValueAsBytes(document), place.bytes());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("A document for " + place + " cannot be written", unwritable);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A document for " + place + " was not sealed", impossible);
    }
  }

  /**
   * What was sealed for this place.
   *
   * @throws Unopened when it was sealed elsewhere, by another safe, or changed since
   */
  public <T> T open(Place place, byte[] sealed, Class<T> type) {
    try {
      return DOCUMENTS.readValue(key.decrypt(sealed, place.bytes()), type);
    } catch (GeneralSecurityException refused) {
      throw new Unopened("The document at " + place + " does not open", refused);
    } catch (IOException unreadable) {
      // The cause would quote the document.
      throw new IllegalStateException(
          "The document at " + place + " is not a " + type.getSimpleName());
    }
  }

  /** The document as it would be sealed, field by field. */
  public static ObjectNode unfold(Object document) {
    return DOCUMENTS.valueToTree(document);
  }

  /**
   * What was unfolded, and perhaps changed.
   *
   * @throws IllegalStateException when it is none of the type; it says where, and quotes nothing
   */
  public static <T> T fold(ObjectNode document, Class<T> type) {
    try {
      return DOCUMENTS.treeToValue(document, type);
    } catch (JsonMappingException unreadable) {
      throw new IllegalStateException(
          "A document is not a %s: %s at %s"
              .formatted(
                  type.getSimpleName(),
                  unreadable.getClass().getSimpleName(),
                  unreadable.getPathReference()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A document is not a " + type.getSimpleName());
    }
  }
}
