package io.aftercare.followup.call;

import org.jspecify.annotations.Nullable;

/**
 * What all attempts of a call have cost so far.
 *
 * @param seconds from permit to outcome, summed
 * @param minor in the smallest unit of the currency
 * @param currency ISO 4217; absent before the first attempt
 */
public record Spent(int seconds, long minor, @Nullable String currency) {

  /** Before the first attempt. */
  static final Spent NOTHING = new Spent(0, 0, null);

  /** So much more; amounts of another currency than before are not added up, the newest stands. */
  public Spent and(Spent more) {
    boolean sum = currency == null || currency.equals(more.currency);
    return new Spent(seconds + more.seconds, (sum ? minor : 0) + more.minor, more.currency);
  }
}
