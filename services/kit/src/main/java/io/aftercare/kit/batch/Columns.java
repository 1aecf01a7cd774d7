package io.aftercare.kit.batch;

import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the arrays that one statement unnests.
 *
 * @param <T> what a row is made of
 */
public final class Columns<T> {

  private final List<T> rows;
  private final Tuple tuple = Tuple.tuple();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  public static <T> Columns<T> of(List<T> rows) {
    return new Columns<>(rows);
  }

  /** The next column. */
  @SuppressWarnings("unchecked")
  public <C> Columns<T> with(Class<C> type, Function<T, ? extends @Nullable C> value) {
    C[] column = (C[]) Array.newInstance(type, rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    tuple.addValue(column);
    return this;
  }

  /** The next column, of instants. */
  public Columns<T> withTime(Function<T, Instant> value) {
    return with(OffsetDateTime.class, row -> value.apply(row).atOffset(ZoneOffset.UTC));
  }

  public Tuple tuple() {
    return tuple;
  }
}
