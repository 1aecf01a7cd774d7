package io.aftercare.profile.customer;

import java.time.Instant;

/**
 * One standing answer.
 *
 * @param wording the version of the words the customer heard or read
 * @param at when they answered
 */
public record ConsentView(
    Consent.Purpose purpose,
    Consent.Channel channel,
    Consent.State state,
    String wording,
    Instant at) {

  public static ConsentView of(Consent.Answer answer) {
    return new ConsentView(
        answer.purpose(), answer.channel(), answer.state(), answer.wording(), answer.at());
  }
}
