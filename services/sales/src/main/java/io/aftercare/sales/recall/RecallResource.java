package io.aftercare.sales.recall;

import static io.aftercare.kit.identity.Roles.AGENT;
import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.STORE;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Recalls: made by those who answer for medicines; a store sees those of its own sales. */
@Path("/recalls")
@Tag(name = "recalls")
@Produces(MediaType.APPLICATION_JSON)
class RecallResource {

  private static final String CSV = "text/csv";
  private static final int PAGE_OF_A_SHEET = 500;

  private final RecallProduct recalling;
  private final Recalls recalls;
  private final RecalledSales sales;
  private final Pool pool;
  private final AccessLog accessLog;
  private final Caller caller;

  RecallResource(
      RecallProduct recalling,
      Recalls recalls,
      RecalledSales sales,
      Pool pool,
      AccessLog accessLog,
      Caller caller) {
    this.recalling = recalling;
    this.recalls = recalls;
    this.sales = sales;
    this.pool = pool;
    this.accessLog = accessLog;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({PHARMACIST, CARE_MANAGER})
  @Operation(
      summary = "Recalls a batch of a product, and tells of every sale that has packs outside.")
  @APIResponse(
      responseCode = "201",
      description = "Recalled",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RecallView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The batch was recalled before",
      content = @Content(schema = @Schema(implementation = RecallView.class)))
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = RecallProduct.NewRecall.class),
              examples = @ExampleObject(name = "a batch", value = RecallProduct.NewRecall.EXAMPLE)))
  public Uni<RestResponse<RecallView>> recall(@Valid @NotNull RecallProduct.NewRecall recall) {
    return recalling
        .recall(caller.name(), recall)
        .map(
            recalled ->
                recalled.isNew()
                    ? RestResponse.ResponseBuilder.<RecallView>created(
                            URI.create("/recalls/" + recalled.recall().id()))
                        .entity(recalled.recall())
                        .build()
                    : RestResponse.ok(recalled.recall()));
  }

  @GET
  @RolesAllowed({STORE, DISPENSER, AGENT, PHARMACIST, SUPERVISOR, CARE_MANAGER})
  @Operation(summary = "Recalls, newest first.")
  public Uni<RestResponse<Page<RecallView>>> list(@BeanParam RecallQuery query, UriInfo uri) {
    RecallQuery.Filter filter = query.filter();
    return recalls
        .list(pool, filter)
        .map(found -> Page.cut(found, filter.limit()))
        .map(
            cut ->
                cut.answer(
                    uri,
                    recall -> recall,
                    last -> new Cursor(last.recalledAt(), last.id()).text()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({STORE, DISPENSER, AGENT, PHARMACIST, SUPERVISOR, CARE_MANAGER})
  public Uni<RecallView> one(@RestPath UUID id) {
    return recalls
        .find(pool, id)
        .map(found -> found.orElseThrow(() -> Problems.notFound("recall", id)));
  }

  @GET
  @Path("/{id}/sales")
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, SUPERVISOR, CARE_MANAGER})
  @Operation(
      summary = "The sales of a recall, newest first; all of them as text/csv.",
      description = "A store sees its own.")
  public Uni<RestResponse<Page<RecalledSale>>> sales(
      @RestPath UUID id, @BeanParam RecalledSaleQuery query, UriInfo uri) {
    RecalledSales.Filter filter = query.filter(id, storeOfCaller());
    return one(id)
        .chain(() -> read(filter))
        .map(cut -> cut.answer(uri, sale -> sale, RecallResource::place));
  }

  @GET
  @Path("/{id}/sales")
  @Produces(CSV)
  @RolesAllowed({STORE, DISPENSER, PHARMACIST, SUPERVISOR, CARE_MANAGER})
  @Operation(hidden = true)
  public RestMulti<String> sheet(@RestPath UUID id) {
    String store = storeOfCaller();
    String file = "attachment; filename=\"recall-%s.csv\"".formatted(id);
    return RestMulti.fromUniResponse(
        one(id),
        recall -> rows(id, store),
        recall -> Map.of(HttpHeaders.CONTENT_DISPOSITION, List.of(file)));
  }

  /** Page after page, each read and recorded in a transaction of its own. */
  private Multi<String> rows(UUID id, @Nullable String store) {
    AtomicReference<@Nullable Cursor> place = new AtomicReference<>();
    Multi<String> pages =
        Multi.createBy()
            .repeating()
            .uni(() -> read(new RecalledSales.Filter(id, store, place.get(), PAGE_OF_A_SHEET)))
            .whilst(Page.Cut::more)
            .onItem()
            .invoke(
                cut ->
                    cut.found().stream()
                        .reduce((a, b) -> b)
                        .map(RecallResource::cursor)
                        .ifPresent(place::set))
            .map(cut -> RecallSheet.rows(cut.found()))
            .filter(text -> !text.isEmpty());
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(RecallSheet.HEADER), pages);
  }

  private Uni<Page.Cut<RecalledSale>> read(RecalledSales.Filter filter) {
    return pool.withTransaction(
        transaction ->
            sales
                .list(transaction, filter)
                .map(found -> Page.cut(found, filter.limit()))
                .call(
                    cut ->
                        accessLog.read(
                            transaction,
                            caller,
                            "GET /recalls/{id}/sales",
                            cut.found().stream()
                                .flatMap(sale -> sale.people().stream())
                                .toList())));
  }

  private static Cursor cursor(RecalledSale sale) {
    return new Cursor(sale.soldAt(), sale.saleId());
  }

  private static String place(RecalledSale last) {
    return cursor(last).text();
  }

  private @Nullable String storeOfCaller() {
    boolean chainWide = Stream.of(PHARMACIST, SUPERVISOR, CARE_MANAGER).anyMatch(caller::is);
    return chainWide ? null : caller.storeId();
  }
}
