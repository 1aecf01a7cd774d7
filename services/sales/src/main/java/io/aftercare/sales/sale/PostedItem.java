package io.aftercare.sales.sale;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of several.
 *
 * @param index its place in the request, from 0
 * @param sale the stored sale, unless refused
 * @param problem why it was refused
 */
record PostedItem(
    int index,
    @Nullable String clientSaleId,
    Outcome status,
    @Nullable SaleView sale,
    @Nullable HttpProblem problem) {

  enum Outcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("repeated")
    REPEATED,
    @JsonProperty("refused")
    REFUSED
  }

  static PostedItem of(int index, Recorded recorded) {
    return switch (recorded) {
      case Recorded.Created(Sale sale) -> taken(index, Outcome.CREATED, sale);
      case Recorded.Repeated(Sale sale) -> taken(index, Outcome.REPEATED, sale);
      case Recorded.Differs differs ->
          refused(index, differs.sale().posted().clientSaleId(), PostedSales.differs(differs));
    };
  }

  private static PostedItem taken(int index, Outcome outcome, Sale sale) {
    return new PostedItem(index, sale.posted().clientSaleId(), outcome, SaleView.of(sale), null);
  }

  static PostedItem refused(int index, @Nullable String clientSaleId, HttpProblem problem) {
    return new PostedItem(index, clientSaleId, Outcome.REFUSED, null, problem);
  }
}
