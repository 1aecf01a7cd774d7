package io.aftercare.feedback.complaint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A complaint as it stands. */
@Entity
public class Complaint {

  static final String OPEN = "open";
  static final String RESOLVED = "resolved";
  static final Set<String> STATUSES = Set.of(OPEN, RESOLVED);

  private static final String OTHER = "other";
  private static final Set<String> CATEGORIES =
      Set.of("effect", "price", "attitude", "quality", "wait", OTHER);

  @Id private UUID id;
  private long version;
  private String status;
  private UUID customerId;
  private UUID callId;
  private UUID saleId;
  private String storeId;
  private String category;
  private Instant openedAt;
  private @Nullable Instant resolvedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Complaint() {}

  /**
   * A complaint just heard.
   *
   * @param callId the follow-up call in which it was heard; a call opens one at most
   * @param saleId the sale it is about
   * @param category {@code effect}, {@code price}, {@code attitude}, {@code quality} or {@code
   *     wait}; anything else is {@code other}, because a complaint is taken whatever it is about
   */
  public Complaint(
      UUID id,
      UUID customerId,
      UUID callId,
      UUID saleId,
      String storeId,
      @Nullable String category,
      Instant openedAt) {
    this.id = id;
    this.version = 1;
    this.status = OPEN;
    this.customerId = customerId;
    this.callId = callId;
    this.saleId = saleId;
    this.storeId = storeId;
    this.category = category != null && CATEGORIES.contains(category) ? category : OTHER;
    // As fine as the database keeps it, so that what is told now and what is read later are equal.
    this.openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** It was put right; says whether that is new. */
  boolean resolve(Instant at) {
    if (status.equals(RESOLVED)) {
      return false;
    }
    status = RESOLVED;
    resolvedAt = at.truncatedTo(ChronoUnit.MICROS);
    version++;
    return true;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String status() {
    return status;
  }

  UUID customerId() {
    return customerId;
  }

  UUID callId() {
    return callId;
  }

  UUID saleId() {
    return saleId;
  }

  String storeId() {
    return storeId;
  }

  String category() {
    return category;
  }

  Instant openedAt() {
    return openedAt;
  }

  @Nullable Instant resolvedAt() {
    return resolvedAt;
  }
}
