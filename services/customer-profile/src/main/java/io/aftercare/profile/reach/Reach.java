package io.aftercare.profile.reach;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;

/** How far a transaction sees. What is out of reach is answered as if it were not there. */
public sealed interface Reach {

  /** All customers of the chain: pharmacists, care managers, the privacy officer. */
  record Chain() implements Reach {}

  /**
   * The customers a store registered, those it has met since by their phone number, and those for
   * whom this person broke the glass.
   *
   * @param person subject of the person or machine
   */
  record Store(String storeId, String person) implements Reach {}

  /**
   * The house's own work, which serves many stores at once: gathered registrations, permits, what
   * comes from topics, the phone book that tells whose number it is.
   */
  record House() implements Reach {}

  /**
   * The reach of whoever calls; a person of a store reaches no further than the store, unless a
   * role of the chain says so.
   */
  static Reach of(Caller caller) {
    if (caller.is(Roles.SERVICE)) {
      return new House();
    }
    boolean chain =
        caller.is(Roles.PHARMACIST)
            || caller.is(Roles.CARE_MANAGER)
            || caller.is(Roles.PRIVACY_OFFICER);
    return chain ? new Chain() : new Store(caller.storeId(), caller.subject());
  }
}
