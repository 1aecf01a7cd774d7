package io.aftercare.simulator.storm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the clients' own log: what they asked and what they were told. Times are nanoseconds of
 * one clock of this machine.
 */
sealed interface Entry {

  /** What clients ask for. */
  enum Deed {
    SALE,
    CHANGE,
    CUSTOMER,
    CLAIM,
    HEARTBEAT,
    PERMIT,
    OUTCOME,
    RELEASE
  }

  /** A till is about to post this sale for the first time. */
  record Posting(Basket basket) implements Entry {}

  /**
   * The sale was acknowledged.
   *
   * @param created it is new, by the answer; else it had been stored before
   */
  record SaleHeard(String number, UUID saleId, boolean created) implements Entry {}

  /** A till is about to ask for this change for the first time. */
  record Changing(String number, Change change) implements Entry {}

  record ChangeHeard(String number) implements Entry {}

  record CustomerHeard(UUID customer) implements Entry {}

  /** No answer came, or one that does not tell: it may have been done. */
  record Unheard(Deed deed, String subject, String why) implements Entry {}

  /** The house said no. */
  record Refused(Deed deed, String subject, String reason) implements Entry {}

  /** An agent was told that the call is theirs. */
  record Claimed(UUID call, long epoch, String agent, long heardAt) implements Entry {}

  /**
   * An agent's write under an epoch was acknowledged.
   *
   * @param firstSentAt when it was sent for the first time
   */
  record Wrote(
      Deed deed, UUID call, long epoch, String agent, long firstSentAt, @Nullable Said said)
      implements Entry {}

  /** What an agent said of an attempt. */
  record Said(String disposition, @Nullable Integer satisfaction, @Nullable String complaint) {}

  /** How an agent's write is named among the unheard. */
  static String subject(UUID call, long epoch, String agent) {
    return call + "/" + epoch + "/" + agent;
  }
}
