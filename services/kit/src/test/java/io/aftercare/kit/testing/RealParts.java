package io.aftercare.kit.testing;

import io.aftercare.local.parts.Database;
import io.aftercare.local.parts.Parts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL and Kafka for the application under test, and the key its callers' tokens are signed
 * with. The parts are shared by all test classes of the run; a module gets a database of its own.
 *
 * <p>Init arguments are further settings, such as {@code aftercare.relay.enabled=false}.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

  private final Map<String, String> further = new HashMap<>();

  @Override
  public void init(Map<String, String> arguments) {
    further.putAll(arguments);
  }

  @Override
  public Map<String, String> start() {
    // Kafka looks its plugins up in the thread's class loader; it has to be the one that loaded
    // Kafka itself.
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(Parts.class.getClassLoader());
    try {
      return settings();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private Map<String, String> settings() {
    Parts parts = Parts.forTests();
    Database database = parts.database("test");
    Map<String, String> settings = new HashMap<>(further);
    settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
    settings.put("quarkus.datasource.username", database.username());
    settings.put("quarkus.datasource.password", database.password());
    settings.put("aftercare.application-role.username", database.applicationRole());
    settings.put("aftercare.application-role.password", database.password());
    settings.put("kafka.bootstrap.servers", parts.bootstrapServers());
    settings.put("quarkus.oidc.public-key", Tokens.publicKey());
    return settings;
  }

  /** The parts end with the process. */
  @Override
  public void stop() {}
}
