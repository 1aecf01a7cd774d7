package io.aftercare.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a moment whom a token speaks for: a till sends the same one with every sale, and
 * checking its signature costs more than storing the sale. Only tokens that were verified are
 * remembered, byte by byte, and none longer than it is valid.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {

  /** So soon a key that the realm has withdrawn is noticed. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int MOST = 4_000;

  private record Verified(SecurityIdentity identity, Duration forHowLong) {}

  private final OidcAuthenticationMechanism oidc;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .executor(Runnable::run)
          .expireAfter(Expiry.<String, Verified>creating((token, known) -> known.forHowLong()))
          .build();

  VerifiedTokens(OidcAuthenticationMechanism oidc) {
    this.oidc = oidc;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      return oidc.authenticate(request, identities);
    }
    Verified known = verified.getIfPresent(authorization);
    return known == null
        ? oidc.authenticate(request, identities)
            .invoke(identity -> remember(authorization, identity))
        : Uni.createFrom().item(known.identity());
  }

  private void remember(String authorization, @Nullable SecurityIdentity identity) {
    // Only what this very header proved, not a session that came with it.
    if (identity == null
        || !(identity.getPrincipal() instanceof JsonWebToken token)
        || !authorization.endsWith(" " + token.getRawToken())) {
      return;
    }
    // The time of tokens is the time of the world, in demonstrations too.
    Duration left =
        Duration.between(
            InstantSource.system().instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    if (left.isPositive()) {
      // What belongs to this one request is left behind.
      SecurityIdentity lasting =
          QuarkusSecurityIdentity.builder()
              .setPrincipal(token)
              .addRoles(identity.getRoles())
              .addCredentials(identity.getCredentials())
              .build();
      Duration forHowLong = left.compareTo(LONGEST) < 0 ? left : LONGEST;
      verified.put(authorization, new Verified(lasting, forHowLong));
    }
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return oidc.getChallenge(request);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return oidc.getCredentialTransport(request);
  }
}
