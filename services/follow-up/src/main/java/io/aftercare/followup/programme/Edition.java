package io.aftercare.followup.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A published version of a programme, as it is stored. */
@Entity
@Table(name = "programme")
public class Edition {

  static final String PUBLISHED = "published";

  @Id private String id;
  private String key;
  private int version;
  private String state;
  private String definition;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected Edition() {}

  Edition(String key, int version, String definition, Instant publishedAt) {
    this.id = id(key, version);
    this.key = key;
    this.version = version;
    this.state = PUBLISHED;
    this.definition = definition;
    this.publishedAt = publishedAt;
  }

  static String id(String key, int version) {
    return key + "/" + version;
  }

  String id() {
    return id;
  }

  String key() {
    return key;
  }

  int version() {
    return version;
  }

  boolean published() {
    return PUBLISHED.equals(state);
  }

  String definition() {
    return definition;
  }

  Instant publishedAt() {
    return publishedAt;
  }
}
