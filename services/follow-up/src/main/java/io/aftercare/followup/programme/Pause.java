package io.aftercare.followup.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A programme that rests for a while: nothing of it is lost, and nothing of it can be claimed. */
@Entity
@Table(name = "programme_pause")
public class Pause {

  @Id private String key;

  @Column(name = "paused_at")
  private Instant pausedAt;

  private String who;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Pause() {}

  public Pause(String key, Instant pausedAt, String who) {
    this.key = key;
    this.pausedAt = pausedAt;
    this.who = who;
  }

  public String key() {
    return key;
  }

  public Instant pausedAt() {
    return pausedAt;
  }

  public String who() {
    return who;
  }
}
