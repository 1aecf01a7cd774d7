package io.aftercare.followup.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a programme, as it is stored: a draft, in force, or retired. */
@Entity
@Table(name = "programme")
public class Edition {

  public static final String DRAFT = "draft";
  public static final String PUBLISHED = "published";
  public static final String RETIRED = "retired";

  @Id private String id;
  private String key;
  private int version;
  private String state;
  private String definition;
  private int revision;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Edition() {}

  private Edition(String key, int version, String state, String definition) {
    this.id = id(key, version);
    this.key = key;
    this.version = version;
    this.state = state;
    this.definition = definition;
    this.revision = 1;
  }

  public static Edition draft(String key, int version, String definition) {
    return new Edition(key, version, DRAFT, definition);
  }

  static Edition published(String key, int version, String definition, Instant at) {
    Edition edition = new Edition(key, version, DRAFT, definition);
    edition.publish(at);
    return edition;
  }

  public static String id(String key, int version) {
    return key + "/" + version;
  }

  /**
   * The draft says something else from now on.
   *
   * @throws IllegalStateException when it is published, and so never changes
   */
  public void rewrite(String other) {
    require(DRAFT);
    definition = other;
    revision++;
  }

  /** It makes contacts from now on. */
  public void publish(Instant at) {
    require(DRAFT);
    state = PUBLISHED;
    publishedAt = at;
  }

  /** It makes no contact any more. */
  public void retire(Instant at) {
    require(PUBLISHED);
    state = RETIRED;
    retiredAt = at;
  }

  private void require(String expected) {
    if (!state.equals(expected)) {
      throw new IllegalStateException("%s is %s, not %s".formatted(id, state, expected));
    }
  }

  public String id() {
    return id;
  }

  public String key() {
    return key;
  }

  public int version() {
    return version;
  }

  public String state() {
    return state;
  }

  public String definition() {
    return definition;
  }

  public int revision() {
    return revision;
  }

  public @Nullable Instant publishedAt() {
    return publishedAt;
  }

  public @Nullable Instant retiredAt() {
    return retiredAt;
  }
}
