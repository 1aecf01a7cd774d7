package io.aftercare.followup.programme;

import io.aftercare.kit.time.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to a programme; kept for good. */
@Entity
@Table(name = "programme_action")
public class Action {

  @Id private UUID id;
  private String key;
  private @Nullable Integer version;
  private String action;
  private String who;
  private Instant at;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Action() {}

  /**
   * @param version absent where it concerns all versions
   * @param action what was done, such as {@code published}
   * @param who the subject
   */
  public Action(String key, @Nullable Integer version, String action, String who, Instant at) {
    this.id = Ids.next();
    this.key = key;
    this.version = version;
    this.action = action;
    this.who = who;
    this.at = at;
  }

  public @Nullable Integer version() {
    return version;
  }

  public String action() {
    return action;
  }

  public String who() {
    return who;
  }

  public Instant at() {
    return at;
  }
}
