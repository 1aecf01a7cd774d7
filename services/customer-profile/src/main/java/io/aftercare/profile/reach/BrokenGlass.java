package io.aftercare.profile.reach;

import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody opened a file beyond their reach, and may read it for a while. */
@Entity
@Table(name = "broken_glass")
public class BrokenGlass {

  @Id private UUID id;
  private UUID customerId;

  /** The subject of who did. */
  private String person;

  private @Nullable String storeId;

  /** In their own words, sealed under the customer's key. */
  private byte[] reason;

  private Instant at;

  /** First instant at which the file is out of reach again. */
  private Instant until;

  protected BrokenGlass() {}

  /**
   * @param person the subject of who broke it
   * @param reason sealed for {@link #reasonPlace}
   */
  public BrokenGlass(
      UUID id,
      UUID customerId,
      String person,
      @Nullable String storeId,
      byte[] reason,
      Instant at,
      Instant until) {
    this.id = id;
    this.customerId = customerId;
    this.person = person;
    this.storeId = storeId;
    this.reason = reason;
    this.at = at;
    this.until = until;
  }

  public UUID id() {
    return id;
  }

  public UUID customerId() {
    return customerId;
  }

  public String person() {
    return person;
  }

  public @Nullable String storeId() {
    return storeId;
  }

  public Instant at() {
    return at;
  }

  public Instant until() {
    return until;
  }

  public String reason(Safe safe) {
    return safe.open(reasonPlace(id), reason, String.class);
  }

  /** Where the reason is sealed. */
  public static Place reasonPlace(UUID id) {
    return new Place("broken_glass", "reason", id);
  }
}
