package io.aftercare.profile.reach;

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
}
