package io.aftercare.feedback.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One read of data about people. */
@Entity
@Table(name = "access_log")
class Reading {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private Instant at;
  private String who;
  private @Nullable String storeId;
  private String what;
  private UUID[] customers;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Reading() {}

  Reading(Instant at, String who, @Nullable String storeId, String what, UUID[] customers) {
    this.at = at;
    this.who = who;
    this.storeId = storeId;
    this.what = what;
    this.customers = customers;
  }
}
