package io.aftercare.followup.holdout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An experiment that was approved at some time; programmes take part in it by its name. */
@Entity
public class Experiment {

  @Id private String name;

  @Column(name = "share_percent")
  private int sharePercent;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "ended_by")
  private @Nullable String endedBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Experiment() {}

  /**
   * @param who the subject of the clinical lead
   */
  Experiment(String name, int sharePercent, String who, Instant at) {
    this.name = name;
    approve(sharePercent, who, at);
  }

  /**
   * It runs from now on, with this share. Who was held out before stays so when the share grows.
   */
  void approve(int share, String who, Instant at) {
    sharePercent = share;
    approvedBy = who;
    approvedAt = at;
    endedBy = null;
    endedAt = null;
  }

  /** Nobody is held out any more. */
  void end(String who, Instant at) {
    endedBy = who;
    endedAt = at;
  }

  boolean runs() {
    return endedAt == null;
  }

  String name() {
    return name;
  }

  int sharePercent() {
    return sharePercent;
  }

  String approvedBy() {
    return approvedBy;
  }

  Instant approvedAt() {
    return approvedAt;
  }

  @Nullable String endedBy() {
    return endedBy;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }
}
