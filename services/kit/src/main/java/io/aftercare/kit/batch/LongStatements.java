package io.aftercare.kit.batch;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Prepares statements once per connection however long they are. The client by itself prepares
 * anew, each time, what has more than 2,048 characters: just the large statements that serve a
 * whole batch, whose planning takes as long as running them.
 */
@Singleton
class LongStatements implements PgPoolCreator {

  @Override
  public Pool create(Input input) {
    List<SqlConnectOptions> databases = List.copyOf(input.pgConnectOptionsList());
    databases.forEach(options -> options.setPreparedStatementCacheSqlFilter(statement -> true));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(databases)
        .using(input.vertx())
        .build();
  }
}
