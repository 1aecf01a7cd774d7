package io.aftercare.kit.identity;

import io.aftercare.kit.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is calling, as the verified token says. */
@RequestScoped
public class Caller {

  /** Who has several roles reads for the first of them. */
  private static final Map<String, String> REASONS = reasons();

  private final SecurityIdentity identity;
  private @Nullable Optional<String> store;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The stable id of the person or machine. */
  public String subject() {
    return token().map(JsonWebToken::getSubject).orElseGet(() -> identity.getPrincipal().getName());
  }

  /** The name the caller logs in with; the subject where the token has none. */
  public String name() {
    return identity.getPrincipal().getName();
  }

  /** The store that the token speaks for, if it speaks for one. */
  public Optional<String> store() {
    if (store == null) {
      store = token().map(jwt -> jwt.<String>getClaim("store_id"));
    }
    return store;
  }

  /**
   * The store that the token speaks for.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 when it speaks for none
   */
  public String storeId() {
    return store()
        .orElseThrow(
            () ->
                Problems.forbidden(
                    "no-store",
                    "The token carries no store_id claim; use a till's or a dispenser's."));
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(Roles.SERVICE, "house");
    reasons.put(Roles.PRIVACY_OFFICER, "privacy");
    reasons.put(Roles.PHARMACIST, Reasons.CLINICAL);
    reasons.put(Roles.AGENT, Reasons.CALL);
    reasons.put(Roles.DISPENSER, Reasons.COUNTER);
    reasons.put(Roles.STORE, Reasons.COUNTER);
    reasons.put(Roles.SUPERVISOR, Reasons.SUPERVISION);
    reasons.put(Roles.CARE_MANAGER, "care-management");
    return reasons;
  }

  public boolean is(String role) {
    return identity.hasRole(role);
  }

  /** What people of this role read for, as the access log says it. */
  public String reason() {
    return REASONS.entrySet().stream()
        .filter(reason -> is(reason.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("care");
  }

  private Optional<JsonWebToken> token() {
    return identity.getPrincipal() instanceof JsonWebToken jwt
        ? Optional.of(jwt)
        : Optional.empty();
  }
}
