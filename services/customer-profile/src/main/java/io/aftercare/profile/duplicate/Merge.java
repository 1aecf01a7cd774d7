package io.aftercare.profile.duplicate;

import io.aftercare.kit.time.Ids;
import io.aftercare.profile.vault.Place;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two files were found to be one person's. */
@Entity
@Table(name = "merge")
public class Merge {

  @Id private UUID id;

  /** The survivor. */
  private UUID customerId;

  private UUID mergedId;
  private Instant mergedAt;
  private String mergedBy;
  private Instant undoUntil;
  private @Nullable Instant undoneAt;
  private @Nullable String undoneBy;

  /** What the survivor took over, sealed under its key; nothing once it is undone. */
  private byte @Nullable [] takeover;

  protected Merge() {}

  Merge(UUID survivor, UUID merged, Instant at, String by, Instant undoUntil) {
    this.id = Ids.next();
    this.customerId = survivor;
    this.mergedId = merged;
    this.mergedAt = at;
    this.mergedBy = by;
    this.undoUntil = undoUntil;
  }

  UUID id() {
    return id;
  }

  UUID survivor() {
    return customerId;
  }

  UUID merged() {
    return mergedId;
  }

  Instant mergedAt() {
    return mergedAt;
  }

  /** First instant at which it can no longer be undone. */
  Instant undoUntil() {
    return undoUntil;
  }

  @Nullable Instant undoneAt() {
    return undoneAt;
  }

  byte @Nullable [] takeover() {
    return takeover;
  }

  Merge keeping(byte[] sealed) {
    takeover = sealed;
    return this;
  }

  void undo(Instant at, String by) {
    undoneAt = at;
    undoneBy = by;
    takeover = null;
  }

  Place keep() {
    return new Place("merge", "takeover", id);
  }
}
