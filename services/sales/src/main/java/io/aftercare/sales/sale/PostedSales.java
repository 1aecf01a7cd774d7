package io.aftercare.sales.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.store.Store;
import io.aftercare.sales.store.Stores;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/**
 * The door for posted sales: checks what a till sent before it is recorded, each sale by itself.
 */
@ApplicationScoped
class PostedSales {

  static final int MOST = 500;

  /** Older than any sale that a chain still knows; the database's calendar goes back further. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** Sales of a till that was offline; each is read by itself, so that a bad one harms no other. */
  record Batch(
      @NotNull
          @Size(min = 1, max = MOST)
          @Schema(type = SchemaType.ARRAY, implementation = NewSale.class)
          List<JsonNode> sales) {}

  record Results(List<PostedItem> results) {}

  private static final Logger LOG = Logger.getLogger(PostedSales.class);

  private final RecordSale recordSale;
  private final Stores stores;
  private final Validator validator;
  private final ObjectMapper json;
  private final RefusedSales refused;
  private final Clock clock;
  private final Duration futureTolerance;

  PostedSales(
      RecordSale recordSale,
      Stores stores,
      Validator validator,
      ObjectMapper json,
      RefusedSales refused,
      Clock clock,
      @ConfigProperty(name = "aftercare.sales.future-tolerance") Duration futureTolerance) {
    this.recordSale = recordSale;
    this.stores = stores;
    this.validator = validator;
    this.json = json;
    this.refused = refused;
    this.clock = clock;
    this.futureTolerance = futureTolerance;
  }

  /** Records one sale whose fields have been checked. */
  Uni<Recorded> record(String storeId, NewSale sale) {
    return recordSale.record(plausible(sale), store(storeId));
  }

  /** Records all good items; answers each, in the order of the request. */
  Uni<Results> recordAll(String storeId, Batch batch) {
    Store store = store(storeId);
    List<Uni<PostedItem>> items = new ArrayList<>(batch.sales().size());
    for (int i = 0; i < batch.sales().size(); i++) {
      items.add(recordItem(i, batch.sales().get(i), store));
    }
    return Uni.join()
        .all(items)
        .andFailFast()
        .call(answered -> note(storeId, batch, answered))
        .map(Results::new);
  }

  /** What is noted helps the store to mend; the sales are stored without it. */
  private Uni<Void> note(String storeId, Batch batch, List<PostedItem> answered) {
    List<RefusedSales.Sent> sent =
        answered.stream()
            .map(
                item ->
                    new RefusedSales.Sent(
                        item.index() + 1L,
                        () -> batch.sales().get(item.index()).toString().getBytes(UTF_8),
                        item))
            .toList();
    return refused
        .note(storeId, sent)
        .onFailure()
        .invoke(failure -> LOG.warn("Refused sales could not be noted", failure))
        .onFailure()
        .recoverWithNull();
  }

  /** Records one of several; what is wrong with it is its own answer, not the others' failure. */
  Uni<PostedItem> recordItem(int index, JsonNode item, Store store) {
    if (!item.isObject()) {
      return refuse(index, item, Problems.invalid("sales[%d]".formatted(index), "must be a sale"));
    }
    try {
      NewSale sale = plausible(checked(json.treeToValue(item, NewSale.class)));
      return recordSale.record(sale, store).map(recorded -> PostedItem.of(index, recorded));
    } catch (JsonProcessingException unreadable) {
      return refuse(index, item, Problems.unreadable(unreadable));
    } catch (HttpProblem problem) {
      return refuse(index, item, problem);
    }
  }

  private static Uni<PostedItem> refuse(int index, JsonNode item, HttpProblem problem) {
    String number =
        item.path("clientSaleId").isTextual() ? item.get("clientSaleId").asText() : null;
    return Uni.createFrom().item(PostedItem.refused(index, number, problem));
  }

  /** 409: the number was used before for a sale with other content. */
  static HttpProblem differs(Recorded.Differs differs) {
    return Problems.conflicting(
            "sale-content-differs",
            "Sale %s was recorded before with other content."
                .formatted(differs.sale().posted().clientSaleId()))
        .with("saleId", differs.sale().id())
        .with("fields", differs.fields())
        .build();
  }

  private NewSale checked(NewSale sale) {
    List<Violation> violations =
        validator.validate(sale).stream()
            .map(
                v ->
                    Violation.In.body.field(v.getPropertyPath().toString()).message(v.getMessage()))
            .toList();
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
    return sale;
  }

  private NewSale plausible(NewSale sale) {
    checkTime(sale.occurredAt());
    checkWarnings(sale);
    return sale;
  }

  private static void checkWarnings(NewSale sale) {
    if (sale.warnings() != null) {
      checkLines(sale, "warnings", sale.warnings(), NewSale.Warning::line);
    }
    if (sale.acknowledgedWarnings() != null) {
      checkLines(
          sale,
          "acknowledgedWarnings",
          sale.acknowledgedWarnings(),
          NewSale.AcknowledgedWarning::line);
    }
  }

  private static <T> void checkLines(
      NewSale sale, String field, List<T> warnings, ToIntFunction<T> line) {
    for (int i = 0; i < warnings.size(); i++) {
      if (line.applyAsInt(warnings.get(i)) > sale.lines().size()) {
        throw Problems.invalid(
            "%s[%d].line".formatted(field, i),
            "must be from 1 to %d, the lines of this sale".formatted(sale.lines().size()));
      }
    }
  }

  PreviewSale.Basket plausible(PreviewSale.Basket basket) {
    if (basket.occurredAt() != null) {
      checkTime(basket.occurredAt());
    }
    return basket;
  }

  private void checkTime(OffsetDateTime occurredAt) {
    if (occurredAt.toInstant().isBefore(EARLIEST)) {
      throw Problems.invalid("occurredAt", "must be of the year 1900 or later");
    }
    if (occurredAt.toInstant().isAfter(clock.instant().plus(futureTolerance))) {
      throw Problems.invalid(
          "occurredAt",
          "lies more than %d h in the future; check the till's clock"
              .formatted(futureTolerance.toHours()));
    }
  }

  /** The store of a token, which must be registered. */
  Store store(String id) {
    return stores
        .find(id)
        .orElseThrow(
            () ->
                Problems.forbidden(
                    "unknown-store", "Store %s of the token is not registered.".formatted(id)));
  }
}
