package io.aftercare.profile.reach;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A customer of another store stood at this store's counter and gave their number. */
@Entity
@Table(name = "acquaintance")
@IdClass(Acquaintance.Between.class)
public class Acquaintance {

  /** Who has met whom. */
  public record Between(UUID customerId, String storeId) implements Serializable {}

  @Id private UUID customerId;
  @Id private String storeId;
  private Instant until;

  protected Acquaintance() {}

  /**
   * @param until first instant at which the store no longer sees the customer, unless they meet
   *     again
   */
  public Acquaintance(UUID customerId, String storeId, Instant until) {
    this.customerId = customerId;
    this.storeId = storeId;
    this.until = until;
  }
}
