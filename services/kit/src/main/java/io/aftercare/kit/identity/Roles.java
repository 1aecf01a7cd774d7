package io.aftercare.kit.identity;

/** The roles of the realm, as tokens carry them. */
public final class Roles {

  /** A till: a machine of one store. */
  public static final String STORE = "store";

  /** A person at the counter of one store. */
  public static final String DISPENSER = "dispenser";

  public static final String AGENT = "agent";
  public static final String PHARMACIST = "pharmacist";
  public static final String SUPERVISOR = "supervisor";
  public static final String CARE_MANAGER = "care-manager";
  public static final String PRIVACY_OFFICER = "privacy-officer";
  public static final String INTEGRATOR = "integrator";

  /** Another service of the house, asking on its own behalf. */
  public static final String SERVICE = "service";

  private Roles() {}
}
