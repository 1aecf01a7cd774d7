package io.aftercare.profile.reach;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;

/** How far a caller sees. What is out of reach is answered as if it were not there. */
public sealed interface Reach {

  /**
   * All customers of the chain: pharmacists, care managers, the privacy officer, and the house's
   * own services.
   */
  record Chain() implements Reach {}

  /** The customers a store registered, and those it has met since by their phone number. */
  record Store(String storeId) implements Reach {}

  /**
   * The reach of whoever calls; a person of a store reaches no further than the store, unless a
   * role of the chain says so.
   */
  static Reach of(Caller caller) {
    boolean chain =
        caller.is(Roles.PHARMACIST)
            || caller.is(Roles.CARE_MANAGER)
            || caller.is(Roles.PRIVACY_OFFICER)
            || caller.is(Roles.SERVICE);
    return chain ? new Chain() : new Store(caller.storeId());
  }
}
