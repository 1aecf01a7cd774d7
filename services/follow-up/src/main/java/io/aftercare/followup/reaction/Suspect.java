package io.aftercare.followup.reaction;

import org.jspecify.annotations.Nullable;

/**
 * A medicine under suspicion.
 *
 * @param system code system of the product
 * @param code its code in that system
 * @param name what it is called; absent where we never sold it to this customer
 * @param atc its class; absent where unknown
 */
record Suspect(String system, String code, @Nullable String name, @Nullable String atc) {

  boolean sameProduct(Suspect other) {
    return system.equals(other.system) && code.equals(other.code);
  }
}
