package io.aftercare.sales.recall;

import io.aftercare.kit.page.ListQuery;
import io.aftercare.sales.store.Store;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of a recall's sales can be asked for. */
class RecalledSaleQuery extends ListQuery {

  @RestQuery
  @Parameter(description = "Only of this store; a store sees its own whatever it asks for.")
  @Nullable String storeId;

  /**
   * Reads what was asked.
   *
   * @param own the store that the caller speaks for; absent for those who see all
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  RecalledSales.Filter filter(UUID recallId, @Nullable String own) {
    String asked = text("storeId", storeId, Store.ID, Store.ID_IN_WORDS);
    return sound(new RecalledSales.Filter(recallId, own == null ? asked : own, after(), limit()));
  }
}
