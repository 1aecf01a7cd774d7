package io.aftercare.local;

import io.aftercare.local.parts.Database;
import io.aftercare.local.parts.Kafka;
import io.aftercare.local.parts.Keycloak;
import io.aftercare.local.parts.Postgres;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What each service is told about the others, as environment.
 *
 * @param options how the house is run
 * @param postgres has one database per service
 * @param kafka carries the events
 * @param keycloak checks who comes in; null where the options go without it
 * @param secrets of this house
 * @param url base address of a service
 */
record Wiring(
    Options options,
    Postgres postgres,
    Kafka kafka,
    @Nullable Keycloak keycloak,
    Secrets secrets,
    UnaryOperator<String> url) {

  static final String CONSOLE = "console";

  /** The database of a service; the console has none. */
  static String database(String service) {
    return service.replace('-', '_');
  }

  Map<String, String> of(String service) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("AFTERCARE_CLOCK_OFFSET", options.clockOffset().toString());
    if (!service.equals(CONSOLE)) {
      addParts(service, environment);
    }
    if (keycloak != null) {
      environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer());
    }
    switch (service) {
      case "customer-profile" -> addKeys(environment);
      case "follow-up" -> addNeighbours(environment);
      case CONSOLE -> addConsole(environment);
      default -> {}
    }
    environment.putAll(options.environmentOf(service));
    return environment;
  }

  private void addParts(String service, Map<String, String> environment) {
    Database database = postgres.database(database(service));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("AFTERCARE_APPLICATION_ROLE_USERNAME", database.applicationRole());
    environment.put("AFTERCARE_APPLICATION_ROLE_PASSWORD", database.password());
    environment.put("AFTERCARE_ACCESS_LOG_KEY", secrets.key("key.access-log"));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
  }

  private void addKeys(Map<String, String> environment) {
    environment.put("AFTERCARE_KEYS_MASTER", secrets.key("key.master"));
    environment.put("AFTERCARE_KEYS_INDEX", secrets.key("key.index"));
    environment.put(
        "AFTERCARE_ERASURE_LEDGER",
        options.home().resolve("erasures.jsonl").toAbsolutePath().toString());
  }

  private void addNeighbours(Map<String, String> environment) {
    environment.put("QUARKUS_REST_CLIENT_CUSTOMER_PROFILE_URL", url.apply("customer-profile"));
    environment.put("AFTERCARE_OPT_OUT_KEY", secrets.key("key.opt-out"));
    if (keycloak != null) {
      environment.put("AFTERCARE_IDENTITY_SECRET", secrets.of("client.follow-up"));
    }
  }

  private void addConsole(Map<String, String> environment) {
    environment.put("AFTERCARE_CONSOLE_SALES_URL", url.apply("sales"));
    environment.put("AFTERCARE_CONSOLE_CUSTOMER_PROFILE_URL", url.apply("customer-profile"));
    environment.put("AFTERCARE_CONSOLE_FOLLOW_UP_URL", url.apply("follow-up"));
    environment.put("AFTERCARE_CONSOLE_FEEDBACK_URL", url.apply("feedback"));
    if (keycloak != null) {
      environment.put("QUARKUS_OIDC_CLIENT_ID", CONSOLE);
      environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.of("client.console"));
    }
  }
}
