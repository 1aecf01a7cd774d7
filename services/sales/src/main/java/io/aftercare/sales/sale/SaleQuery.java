package io.aftercare.sales.sale;

import io.aftercare.kit.page.ListQuery;
import io.aftercare.sales.store.Store;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of sales can be asked for. */
class SaleQuery extends ListQuery {

  @RestQuery
  @Parameter(description = "Only of this store; a store sees its own whatever it asks for.")
  @Nullable String storeId;

  @RestQuery
  @Parameter(
      description = "Only to this customer.",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Nullable String customerId;

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  Sales.Filter filter() {
    return sound(
        new Sales.Filter(
            text("storeId", storeId, Store.ID, Store.ID_IN_WORDS),
            uuid("customerId", customerId),
            after(),
            limit()));
  }
}
