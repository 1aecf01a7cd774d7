package io.aftercare.profile.timeline;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it lies in the database; written by {@link RecordEntries} alone. */
@Entity
@Table(name = "timeline_entry")
class KeptEntry {

  @Id private UUID id;
  private long version;

  @Enumerated(EnumType.STRING)
  private Entry.Kind kind;

  private UUID sourceId;
  private UUID customerId;
  private Instant at;
  private @Nullable String storeId;
  private String state;
  private String detail;

  protected KeptEntry() {}

  UUID id() {
    return id;
  }

  Entry.Kind kind() {
    return kind;
  }

  UUID sourceId() {
    return sourceId;
  }

  Instant at() {
    return at;
  }

  @Nullable String storeId() {
    return storeId;
  }

  String state() {
    return state;
  }

  String detail() {
    return detail;
  }
}
