package io.aftercare.feedback.page;

import io.aftercare.kit.page.Cursor;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What a list is to hold.
 *
 * @param storeId items of this store; all stores when absent
 * @param from items of this time or later
 * @param to items before this time
 * @param status items that stand so; for lists of things that have a status
 * @param after where the page begins; at the newest when absent
 * @param limit items in a page
 */
public record Criteria(
    @Nullable String storeId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String status,
    @Nullable Cursor after,
    int limit) {

  /**
   * Finds what fits, newest first, and one more than a page holds: it tells whether there is a next
   * page.
   *
   * @param time the attribute that says when an item came about
   */
  public <T> Uni<List<T>> find(Mutiny.Session session, Class<T> entity, String time) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder query =
        new StringBuilder("from ").append(entity.getSimpleName()).append(" where true");
    add(query, values, " and storeId = :store", "store", storeId);
    add(query, values, " and status = :status", "status", status);
    add(query, values, " and " + time + " >= :from", "from", from);
    add(query, values, " and " + time + " < :to", "to", to);
    if (after != null) {
      add(query, values, " and (" + time + ", id) < (:at, :id)", "at", after.at());
      values.put("id", after.id());
    }
    query.append(" order by ").append(time).append(" desc, id desc");
    var selection = session.createSelectionQuery(query.toString(), entity);
    values.forEach(selection::setParameter);
    return selection.setMaxResults(limit + 1).getResultList();
  }

  private static void add(
      StringBuilder query,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      query.append(condition);
      values.put(name, value);
    }
  }
}
