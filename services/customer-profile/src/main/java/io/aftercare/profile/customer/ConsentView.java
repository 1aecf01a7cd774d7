package io.aftercare.profile.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One standing answer.
 *
 * @param wording the version of the words the customer heard or read
 * @param at when they answered
 * @param source where; absent where nobody wrote it down
 */
public record ConsentView(
    Consent.Purpose purpose,
    Consent.Channel channel,
    Consent.State state,
    String wording,
    Instant at,
    Consent.@Nullable Source source) {

  public static ConsentView of(Consent.Answer answer) {
    return new ConsentView(
        answer.purpose(),
        answer.channel(),
        answer.state(),
        answer.wording(),
        answer.at(),
        answer.source());
  }
}
