package io.aftercare.contracts;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the house may know of a customer after a change: nothing that names a person. Carried by
 * customer registered, customer changed and consent changed.
 *
 * @param customerId the pseudonymous customer, and the key of the events
 * @param version grows by one with every change of this customer, from 1
 * @param status {@code active}, {@code merged}, {@code erased} or {@code deceased}
 * @param mergedInto the customer that took this one over; only when merged
 * @param birthMonth year and month of birth, {@code 1950-03}; absent where unknown
 * @param zone IANA zone the customer lives in
 * @param window when the customer likes to be called; absent when any lawful hour will do
 * @param languages BCP 47 tags, best first
 * @param caregiver somebody who may be called in the customer's place is on file
 * @param doNotCall the customer said not to be called again
 * @param consents the standing answer per purpose and channel; what was never asked is not listed
 * @param preferredChannel by which the customer likes best to hear from the chain: a channel of
 *     consents; absent where they did not say
 * @param segments names of the segments the customer is in, such as {@code elderly}, sorted; absent
 *     until the customer was first in one
 * @param restricted the file is kept and not worked with: no calls, no messages; absent when it is
 *     not so
 * @param numbers how many numbers reach the customer on that day; those that are known to be wrong
 *     do not count, and neither do a caregiver's; absent where nobody counted
 */
public record CustomerEvent(
    UUID customerId,
    long version,
    String status,
    @Nullable UUID mergedInto,
    @Nullable String birthMonth,
    String zone,
    @Nullable Window window,
    List<String> languages,
    boolean caregiver,
    boolean doNotCall,
    List<Consent> consents,
    @Nullable String preferredChannel,
    @Nullable List<String> segments,
    @Nullable Boolean restricted,
    @Nullable Integer numbers) {

  /**
   * Local times in the customer's zone, half-open: a call may start at {@code from}, not at {@code
   * to}.
   */
  public record Window(LocalTime from, LocalTime to) {}

  /**
   * One standing answer.
   *
   * @param purpose {@code care-calls}, {@code reminders}, {@code marketing}, {@code research} or
   *     {@code sharing}
   * @param channel {@code call}, {@code sms}, {@code email}, {@code wechat} or {@code post}
   * @param state {@code given}, {@code declined} or {@code withdrawn}
   */
  public record Consent(String purpose, String channel, String state) {}
}
