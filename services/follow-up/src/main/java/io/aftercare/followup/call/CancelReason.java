package io.aftercare.followup.call;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a call will not be made; stable names. Those of customer-profile's refusals are taken as they
 * come.
 */
public final class CancelReason {

  public static final String SALE_VOIDED = "sale-voided";

  /** All the lines that caused it came back. */
  public static final String RETURNED = "returned";

  /** What we know of the customer changed, and the programme no longer asks for it. */
  public static final String RULE_NO_LONGER_MET = "rule-no-longer-met";

  /** Its window closed too long ago. */
  public static final String WINDOW_CLOSED = "window-closed";

  /** The medicine was bought again. */
  public static final String REFILLED = "refilled";

  /** The customer likes another way better: it is made that way. */
  public static final String CHANNEL_CHANGED = "channel-changed";

  /** Its customer is in the arm that is not called, so that others can be compared with it. */
  public static final String HELD_OUT = "held-out";

  /** Reasons that end when the contact is deserved again. */
  static final Set<String> FOR_NOW = Set.of(REFILLED, CHANNEL_CHANGED);

  private CancelReason() {}

  static boolean mayPass(@Nullable String reason) {
    return reason != null && FOR_NOW.contains(reason);
  }
}
