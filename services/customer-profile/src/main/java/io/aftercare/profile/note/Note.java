package io.aftercare.profile.note;

import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Words about a customer from a call; sealed under the customer's key, and never changed. */
@Entity
@Table(name = "note")
public class Note {

  @Id private UUID id;
  private UUID customerId;
  private UUID callId;
  private String author;
  private Instant writtenAt;
  private byte[] text;
  private byte[] mark;

  protected Note() {}

  /**
   * @param author the subject of who wrote it
   * @param mark equal for the same words by the same author in the same call
   */
  Note(
      UUID id,
      UUID customerId,
      UUID callId,
      String author,
      Instant writtenAt,
      String text,
      byte[] mark,
      Safe safe) {
    this.id = id;
    this.customerId = customerId;
    this.callId = callId;
    this.author = author;
    this.writtenAt = writtenAt;
    this.text = safe.seal(place(id), text);
    this.mark = mark;
  }

  UUID id() {
    return id;
  }

  UUID callId() {
    return callId;
  }

  String author() {
    return author;
  }

  Instant writtenAt() {
    return writtenAt;
  }

  String text(Safe safe) {
    return safe.open(place(id), text, String.class);
  }

  private static Place place(UUID id) {
    return new Place("note", "text", id);
  }
}
