package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.kit.time.Ids;
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

  /**
   * The answer as it was given.
   *
   * @param wording the version of the words the customer heard or read
   * @param at when the customer said so
   */
  public record Answer(Purpose purpose, Channel channel, State state, String wording, Instant at) {

    boolean saysTheSameAs(Answer other) {
      return question().equals(other.question())
          && state == other.state
          && wording.equals(other.wording);
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
  private Instant recordedAt;
  private String recordedBy;

  protected Consent() {}

  /**
   * @param number its place in the customer's history: of two answers of one instant the later one
   *     stands
   * @param recordedBy the subject of who wrote it down
   */
  Consent(UUID customerId, int number, Answer answer, Instant recordedAt, String recordedBy) {
    this.id = Ids.next();
    this.customerId = customerId;
    this.number = number;
    this.purpose = answer.purpose();
    this.channel = answer.channel();
    this.state = answer.state();
    this.wording = answer.wording();
    this.at = answer.at();
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  int number() {
    return number;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  String recordedBy() {
    return recordedBy;
  }

  Answer answer() {
    return new Answer(purpose, channel, state, wording, at);
  }

  /** The latest answer to each question, in the order of the questions. */
  static List<Answer> standing(Collection<Consent> history) {
    Map<Question, Answer> standing =
        history.stream()
            .sorted(
                Comparator.comparing((Consent consent) -> consent.at)
                    .thenComparing(Consent::number))
            .map(Consent::answer)
            .collect(
                Collectors.toMap(
                    Answer::question, answer -> answer, (earlier, later) -> later, TreeMap::new));
    return List.copyOf(standing.values());
  }
}
