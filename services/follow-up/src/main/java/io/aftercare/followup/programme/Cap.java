package io.aftercare.followup.programme;

/**
 * How often a programme may speak with the same customer, besides the caps of all programmes.
 *
 * @param answered calls that were answered, at most
 * @param days in so many days, today included
 */
public record Cap(int answered, int days) {

  /** No longer memory than this is kept in mind. */
  public static final int LONGEST = 365;
}
