package io.aftercare.kit.batch;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed statement means for those who asked for it; read from the SQLSTATE class
 * (PostgreSQL, appendix A).
 */
public enum SqlFailure {
  /** The data is at fault (class 22, 23): the same again fails again, its neighbours may not. */
  DATA,
  /** It lost against another transaction (40001, 40P01): the same again may succeed at once. */
  CONFLICT,
  /** The database was away, slow or stopping: later may be better. */
  INFRASTRUCTURE,
  /** Not a failure of the database at all. */
  OTHER;

  /** Classifies a failure by the first database error among it and its causes. */
  public static SqlFailure of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state = state(cause);
      if (state != null) {
        return ofState(state);
      }
      if (cause instanceof com.fasterxml.jackson.core.JacksonException) {
        // An IOException by descent, but no waiting will mend it.
        return OTHER;
      }
      if (cause instanceof java.io.IOException
          || cause instanceof java.util.concurrent.TimeoutException
          || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
          || cause instanceof io.vertx.sqlclient.ClosedConnectionException
          || cause instanceof io.vertx.core.VertxException) {
        return INFRASTRUCTURE;
      }
    }
    return OTHER;
  }

  private static @Nullable String state(Throwable cause) {
    return switch (cause) {
      case PgException database -> database.getSqlState();
      case java.sql.SQLException database -> database.getSQLState();
      default -> null;
    };
  }

  private static SqlFailure ofState(String state) {
    if (state.equals("40001") || state.equals("40P01")) {
      return CONFLICT;
    }
    return state.startsWith("22") || state.startsWith("23") ? DATA : INFRASTRUCTURE;
  }
}
