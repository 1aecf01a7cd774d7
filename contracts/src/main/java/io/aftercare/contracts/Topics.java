package io.aftercare.contracts;

/** The topics of the house: one per service, keyed by the aggregate's own id. */
public final class Topics {

  public static final String SALES = "aftercare.sales";
  public static final String CUSTOMERS = "aftercare.customers";
  public static final String FOLLOW_UPS = "aftercare.follow-ups";
  public static final String FEEDBACK = "aftercare.feedback";

  /** Records that a consumer could not apply are parked under this prefix plus its name. */
  public static final String DEAD_LETTERS = "aftercare.dead-letters.";

  private Topics() {}
}
