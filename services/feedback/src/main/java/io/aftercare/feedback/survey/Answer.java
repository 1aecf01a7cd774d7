package io.aftercare.feedback.survey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One answer to the satisfaction question. It does not change. */
@Entity
public class Answer {

  /** Satisfaction from 1 (very bad) to 5 (very good). */
  static final String CSAT = "csat";

  @Id private UUID id;
  private String kind;
  private UUID customerId;
  private UUID callId;
  private String storeId;
  private String programme;
  private int score;
  private Instant answeredAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Answer() {}

  /**
   * @param callId the follow-up call in which it was asked; it is asked once a call
   * @param storeId the store of the sale that was followed up
   * @param score from 1 (very bad) to 5 (very good)
   */
  public Answer(
      UUID id,
      UUID customerId,
      UUID callId,
      String storeId,
      String programme,
      int score,
      Instant answeredAt) {
    this.id = id;
    this.kind = CSAT;
    this.customerId = customerId;
    this.callId = callId;
    this.storeId = storeId;
    this.programme = programme;
    this.score = score;
    // As fine as the database keeps it, so that what is told now and what is read later are equal.
    this.answeredAt = answeredAt.truncatedTo(ChronoUnit.MICROS);
  }

  UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  UUID customerId() {
    return customerId;
  }

  UUID callId() {
    return callId;
  }

  String storeId() {
    return storeId;
  }

  String programme() {
    return programme;
  }

  int score() {
    return score;
  }

  Instant answeredAt() {
    return answeredAt;
  }
}
