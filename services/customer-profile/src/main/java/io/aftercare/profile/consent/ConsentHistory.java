package io.aftercare.profile.consent;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Proof;
import io.aftercare.profile.vault.Safe;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer allows today, and every answer that led there.
 *
 * @param doNotCall the customer said not to be called again, whatever they allow
 * @param standing of every purpose and channel
 * @param answers as they were recorded, newest first
 */
record ConsentHistory(
    UUID customerId, long version, boolean doNotCall, List<Standing> standing, List<Past> answers) {

  /** Where a question stands. */
  enum Now {
    @JsonProperty("not-asked")
    NOT_ASKED,
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    static Now of(Consent.@Nullable State state) {
      return switch (state) {
        case null -> NOT_ASKED;
        case GIVEN -> GIVEN;
        case DECLINED -> DECLINED;
        case WITHDRAWN -> WITHDRAWN;
      };
    }
  }

  /**
   * One question.
   *
   * @param since when it was answered so; absent where it was not asked
   */
  record Standing(
      Consent.Purpose purpose, Consent.Channel channel, Now state, @Nullable Instant since) {}

  /**
   * One answer.
   *
   * @param wording the version of the words the customer heard or read
   * @param at when they answered
   * @param source where; absent where nobody wrote it down
   * @param proof what shows it
   * @param recordedBy the subject of who wrote it down
   */
  record Past(
      Consent.Purpose purpose,
      Consent.Channel channel,
      Consent.State state,
      String wording,
      Instant at,
      Consent.@Nullable Source source,
      @Nullable Proof proof,
      Instant recordedAt,
      String recordedBy) {

    static Past of(Consent consent, Safe safe) {
      Consent.Answer answer = consent.answer(safe);
      return new Past(
          answer.purpose(),
          answer.channel(),
          answer.state(),
          answer.wording(),
          answer.at(),
          answer.source(),
          answer.proof(),
          consent.recordedAt(),
          consent.recordedBy());
    }
  }

  private record Question(Consent.Purpose purpose, Consent.Channel channel) {}

  static ConsentHistory of(CustomerFile file, Safe safe) {
    return new ConsentHistory(
        file.customer().id(),
        file.customer().edition(),
        file.customer().doNotCall(),
        standing(file.standing()),
        file.consents().stream()
            .sorted(Comparator.comparing(Consent::number).reversed())
            .map(consent -> Past.of(consent, safe))
            .toList());
  }

  private static List<Standing> standing(List<Consent.Answer> answers) {
    Map<Question, Consent.Answer> given =
        answers.stream()
            .collect(
                toMap(answer -> new Question(answer.purpose(), answer.channel()), each -> each));
    return Arrays.stream(Consent.Purpose.values())
        .flatMap(
            purpose ->
                Arrays.stream(Consent.Channel.values())
                    .map(channel -> new Question(purpose, channel)))
        .map(question -> standing(question, given.get(question)))
        .toList();
  }

  private static Standing standing(Question question, Consent.@Nullable Answer answer) {
    return new Standing(
        question.purpose(),
        question.channel(),
        Now.of(answer == null ? null : answer.state()),
        answer == null ? null : answer.at());
  }
}
