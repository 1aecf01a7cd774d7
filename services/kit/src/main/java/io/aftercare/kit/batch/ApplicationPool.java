package io.aftercare.kit.batch;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pool that the service's statements go through.
 *
 * <p>Its connections are those of the application role, which owns nothing: it reads and writes
 * what the owner of the schema granted, and no policy of row level security spares it. The owner
 * comes in over JDBC alone, to migrate and to relay.
 *
 * <p>It prepares statements once per connection however long they are. The client by itself
 * prepares anew, each time, what has more than 2,048 characters: just the large statements that
 * serve a whole batch, whose planning takes as long as running them.
 */
@Singleton
class ApplicationPool implements PgPoolCreator {

  private final Optional<String> username;
  private final Optional<String> password;

  /**
   * @param username the owner's where absent
   */
  ApplicationPool(
      @ConfigProperty(name = "aftercare.application-role.username") Optional<String> username,
      @ConfigProperty(name = "aftercare.application-role.password") Optional<String> password) {
    this.username = username;
    this.password = password;
  }

  @Override
  public Pool create(Input input) {
    List<SqlConnectOptions> databases = List.copyOf(input.pgConnectOptionsList());
    for (SqlConnectOptions options : databases) {
      options.setPreparedStatementCacheSqlFilter(statement -> true);
      username.ifPresent(options::setUser);
      password.ifPresent(options::setPassword);
    }
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(databases)
        .using(input.vertx())
        .build();
  }
}
