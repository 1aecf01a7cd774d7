package io.aftercare.followup.desk;

import io.aftercare.followup.number.NumberRequests;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a number is not given out, and what then becomes of the call. */
enum Refusal {
  // What the customer said, or what became of them: for good.
  DO_NOT_CALL("do-not-call", Then.CANCEL),
  CONSENT_WITHDRAWN("consent-withdrawn", Then.CANCEL),
  CONSENT_NOT_GIVEN("consent-not-given", Then.CANCEL),
  RESTRICTED("restricted", Then.CANCEL),
  DECEASED("deceased", Then.CANCEL),
  ERASED("erased", Then.CANCEL),
  // Nobody to dial: for good, until the store learns of somebody.
  NO_NUMBER("no-number", Then.CANCEL),
  CHILD_WITHOUT_CAREGIVER("child-without-caregiver", Then.CANCEL),
  SALE_VOIDED("sale-voided", Then.CANCEL),
  // The medicine was bought again.
  REFILLED("refilled", Then.CANCEL),
  // Its programme has spoken with them as often as it may.
  PROGRAMME_CAP("programme-cap", Then.CANCEL),
  // Not now.
  OUTSIDE_HOURS("outside-hours", Then.NEXT_WINDOW),
  DAILY_CAP("daily-cap", Then.NEXT_WINDOW),
  WEEKLY_CAP("weekly-cap", Then.NEXT_WINDOW),
  CUSTOMER_UNKNOWN("customer-unknown", Then.NEXT_WINDOW),
  PROGRAMME_PAUSED("programme-paused", Then.PAUSE),
  // Somebody else has to catch up first.
  MERGED("merged", Then.SOON),
  PROFILE_UNAVAILABLE("profile-unavailable", Then.SOON);

  /** What becomes of the call. */
  enum Then {
    /** It is cancelled for that reason. */
    CANCEL,
    /** It goes back to the queue for its next window. */
    NEXT_WINDOW,
    /** It rests until its programme goes on. */
    PAUSE,
    /** It goes back to the queue for a little later. */
    SOON
  }

  private static final Map<String, Refusal> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Refusal::key, Function.identity()));

  private final String key;
  private final Then then;

  Refusal(String key, Then then) {
    this.key = key;
    this.then = then;
  }

  /** The reason as it is named over HTTP, in events and in the database. */
  String key() {
    return key;
  }

  /** The store may learn of a number that can be dialled. */
  boolean wantsNumber() {
    return this == NO_NUMBER || this == CHILD_WITHOUT_CAREGIVER;
  }

  /** Whose number that would be. */
  NumberRequests.Wanted wanted() {
    return this == CHILD_WITHOUT_CAREGIVER
        ? NumberRequests.Wanted.CAREGIVER
        : NumberRequests.Wanted.ANY;
  }

  Then then() {
    return then;
  }

  /** The refusal of this name; absent where customer-profile knows a reason that is new to us. */
  static Optional<Refusal> named(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
