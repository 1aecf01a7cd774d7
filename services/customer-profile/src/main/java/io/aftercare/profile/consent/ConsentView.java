package io.aftercare.profile.consent;

import io.aftercare.profile.customer.Consent;
import java.time.Instant;

/** One standing answer. */
record ConsentView(
    Consent.Purpose purpose,
    Consent.Channel channel,
    Consent.State state,
    String wording,
    Instant at) {

  static ConsentView of(Consent.Answer answer) {
    return new ConsentView(
        answer.purpose(), answer.channel(), answer.state(), answer.wording(), answer.at());
  }
}
