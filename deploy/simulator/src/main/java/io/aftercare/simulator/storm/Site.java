package io.aftercare.simulator.storm;

import io.aftercare.local.Chain;
import io.aftercare.local.Options;
import io.aftercare.local.parts.Folders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The house under the storm: parts and services of its own on free ports, on new data, its clock
 * set to a working Tuesday's 10:30 in New York.
 */
final class Site implements AutoCloseable {

  static final ZonedDateTime MORNING =
      ZonedDateTime.of(2027, 5, 11, 10, 30, 0, 0, ZoneId.of("America/New_York"));

  /** Short, so that agents can be caught asleep often. */
  static final Duration LEASE = Duration.ofSeconds(8);

  static final List<String> SERVICES =
      List.of("sales", "customer-profile", "follow-up", "feedback");

  private final Chain chain;
  private final Tokens tokens;
  private final Duration offset;

  private Site(Chain chain, Tokens tokens, Duration offset) {
    this.chain = chain;
    this.tokens = tokens;
    this.offset = offset;
  }

  /** Starts everything on new data under this folder, which is emptied first. */
  static Site open(Path folder) {
    Folders.delete(folder);
    Tokens tokens = new Tokens();
    Duration offset = Duration.between(Instant.now(), MORNING.toInstant());
    Options options =
        Options.in(folder)
            .withoutKeycloak()
            .services(SERVICES.toArray(String[]::new))
            .clockOffset(offset)
            // Not by environment: QUARKUS_OIDC_CLIENT_… would name a tenant called client as well.
            .jvm(
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.oidc-client.auth-server-url=" + tokens.deskUrl(),
                "-Dquarkus.oidc-client.discovery-enabled=false",
                "-Dquarkus.oidc-client.token-path=/token",
                "-Dquarkus.oidc-client.client-id=follow-up",
                "-Dquarkus.oidc-client.credentials.secret=storm")
            .environment("*", Map.of("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey()))
            .environment(
                "follow-up",
                Map.of(
                    "AFTERCARE_DESK_LEASE",
                    LEASE.toString(),
                    "AFTERCARE_DESK_SWEEP_EVERY",
                    "PT1S"));
    return new Site(Chain.start(options), tokens, offset);
  }

  Chain chain() {
    return chain;
  }

  Tokens tokens() {
    return tokens;
  }

  String url(String service) {
    return chain.service(service).url();
  }

  /** What the house takes for now. */
  Instant now() {
    return Instant.now().plus(offset);
  }

  /** A connection to the service's database as the user of the house. */
  Connection connect(String service) throws SQLException {
    return DriverManager.getConnection(
        chain.postgres().jdbcUrl(service.replace('-', '_')),
        chain.postgres().username(),
        chain.postgres().password());
  }

  @Override
  public void close() {
    chain.close();
    tokens.close();
  }
}
