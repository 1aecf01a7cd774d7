package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.kit.time.Ids;
import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer that a customer gave to one question. Answers are only ever added; the latest one
 * stands, and the earlier ones prove what stood before.
 */
@Entity
@Table(name = "consent")
public class Consent {

  /** What it would be used for. */
  public enum Purpose {
    @JsonProperty("care-calls")
    CARE_CALLS,
    @JsonProperty("reminders")
    REMINDERS,
    @JsonProperty("marketing")
    MARKETING,
    @JsonProperty("research")
    RESEARCH,
    @JsonProperty("sharing")
    SHARING
  }

  /** By which way. */
  public enum Channel {
    @JsonProperty("call")
    CALL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("wechat")
    WECHAT,
    @JsonProperty("post")
    POST
  }

  /** The answer. What was never asked has none. */
  public enum State {
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("withdrawn")
    WITHDRAWN
  }

  /** Where the customer said so. */
  public enum Source {
    @JsonProperty("counter")
    COUNTER,
    @JsonProperty("call")
    CALL,
    @JsonProperty("web")
    WEB,
    @JsonProperty("paper")
    PAPER,
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("import")
    IMPORT
  }

  /**
   * The answer as it was given.
   *
   * @param wording the version of the words the customer heard or read
   * @param at when the customer said so
   * @param source where; absent where nobody wrote it down
   * @param proof what shows it later; absent where there is nothing, or it was not opened
   */
  public record Answer(
      Purpose purpose,
      Channel channel,
      State state,
      String wording,
      Instant at,
      @Nullable Source source,
      @Nullable Proof proof) {

    /** Declined or withdrawn. */
    boolean refuses() {
      return state != State.GIVEN;
    }

    /** The same answer, of another moment. */
    Answer at(Instant moment) {
      return new Answer(purpose, channel, state, wording, moment, source, proof);
    }

    /** Whether this adds nothing to the other, which stands. */
    boolean addsNothingTo(Answer other) {
      return question().equals(other.question())
          && state == other.state
          && wording.equals(other.wording)
          && (proof == null || proof.equals(other.proof));
    }

    Question question() {
      return new Question(purpose, channel);
    }
  }

  /** What can be asked once. */
  record Question(Purpose purpose, Channel channel) implements Comparable<Question> {
    @Override
    public int compareTo(Question other) {
      return Comparator.comparing(Question::purpose)
          .thenComparing(Question::channel)
          .compare(this, other);
    }
  }

  @Id private UUID id;
  private UUID customerId;

  /** Its place in the customer's history, from 1. */
  private int number;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private State state;

  private String wording;
  private Instant at;

  @Enumerated(EnumType.STRING)
  private @Nullable Source source;

  private byte @Nullable [] proof;
  private Instant recordedAt;
  private String recordedBy;

  protected Consent() {}

  /**
   * @param number its place in the customer's history: of two answers of one instant the later one
   *     stands
   * @param recordedBy the subject of who wrote it down
   */
  Consent(
      UUID customerId,
      int number,
      Answer answer,
      Instant recordedAt,
      String recordedBy,
      Safe safe) {
    this.id = Ids.next();
    this.customerId = customerId;
    this.number = number;
    this.purpose = answer.purpose();
    this.channel = answer.channel();
    this.state = answer.state();
    this.wording = answer.wording();
    this.at = answer.at();
    this.source = answer.source();
    this.proof = answer.proof() == null ? null : safe.seal(place(id), answer.proof());
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  /** Its place in the customer's history, from 1. */
  public int number() {
    return number;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  /** The subject of who wrote it down. */
  public String recordedBy() {
    return recordedBy;
  }

  byte @Nullable [] sealedProof() {
    return proof;
  }

  /** The answer without its proof. */
  public Answer answer() {
    return new Answer(purpose, channel, state, wording, at, source, null);
  }

  /** The answer with its proof. */
  public Answer answer(Safe safe) {
    Proof opened = proof == null ? null : safe.open(place(id), proof, Proof.class);
    return new Answer(purpose, channel, state, wording, at, source, opened);
  }

  private static Place place(UUID id) {
    return new Place("consent", "proof", id);
  }

  /** The latest answer to each question, in the order of the questions; without proof. */
  static List<Answer> standing(Collection<Consent> history) {
    return latest(history).map(Consent::answer).toList();
  }

  static Stream<Consent> latest(Collection<Consent> history) {
    Map<Question, Consent> standing =
        history.stream()
            .sorted(
                Comparator.comparing((Consent consent) -> consent.at)
                    .thenComparing(Consent::number))
            .collect(
                Collectors.toMap(
                    consent -> new Question(consent.purpose, consent.channel),
                    consent -> consent,
                    (earlier, later) -> later,
                    TreeMap::new));
    return standing.values().stream();
  }
}
