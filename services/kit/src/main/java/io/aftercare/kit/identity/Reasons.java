package io.aftercare.kit.identity;

/** What people's data is read for, as the access log says it. */
public final class Reasons {

  /** A call to the customer, or theirs to us. */
  public static final String CALL = "call";

  /** The advice of somebody who may give it. */
  public static final String CLINICAL = "clinical";

  /** The customer is at the counter, or is expected there. */
  public static final String COUNTER = "counter";

  /** The work of a call centre. */
  public static final String SUPERVISION = "supervision";

  private Reasons() {}
}
