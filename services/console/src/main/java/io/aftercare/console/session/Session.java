package io.aftercare.console.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The session of one request, once {@link SessionRoutes} has let it in. */
public final class Session {

  /** What Keycloak puts beside the house's own roles is of no use to the page. */
  private static final Set<String> ROLES =
      Set.of(
          "agent",
          "care-manager",
          "dispenser",
          "integrator",
          "pharmacist",
          "privacy-officer",
          "supervisor");

  private final SecurityIdentity identity;

  private Session(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The session of a request under {@code /api}. */
  public static Session of(RoutingContext context) {
    return new Session(((QuarkusHttpUser) context.user()).getSecurityIdentity());
  }

  /**
   * The user's own access token, to be passed on to a service; fresh for at least a few seconds.
   */
  public String token() {
    return identity.getCredential(AccessTokenCredential.class).getToken();
  }

  MeView me(Instant now) {
    var claims = claims(identity.getCredential(IdTokenCredential.class).getToken());
    var access = claims(token());
    var name = claims.getString("name", claims.getString("preferred_username", "–"));
    List<String> roles = identity.getRoles().stream().filter(ROLES::contains).sorted().toList();
    return new MeView(claims.getString("sub"), name, roles, access.getString("store_id"), now);
  }

  /** The token was verified when the session was resumed; here it is only read. */
  private static JsonObject claims(String token) {
    var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return new JsonObject(new String(payload, StandardCharsets.UTF_8));
  }
}
