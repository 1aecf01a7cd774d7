package io.aftercare.sales.sale;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.STORE;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.limit.PerStore;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.aftercare.sales.store.Store;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sales as a store posts, changes and reads them. */
@Path("/sales")
@Tag(name = "sales")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SaleResource {

  private final PostedSales posting;
  private final StreamedSales streaming;
  private final PreviewSale previews;
  private final ReturnSale returns;
  private final VoidSale voids;
  private final Sales sales;
  private final Pool pool;
  private final AccessLog accessLog;
  private final Caller caller;

  SaleResource(
      PostedSales posting,
      StreamedSales streaming,
      PreviewSale previews,
      ReturnSale returns,
      VoidSale voids,
      Sales sales,
      Pool pool,
      AccessLog accessLog,
      Caller caller) {
    this.posting = posting;
    this.streaming = streaming;
    this.previews = previews;
    this.returns = returns;
    this.voids = voids;
    this.sales = sales;
    this.pool = pool;
    this.accessLog = accessLog;
    this.caller = caller;
  }

  @POST
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewSale.class),
              examples = @ExampleObject(name = "late in the evening", value = SaleExamples.POSTED)))
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = SaleView.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was recorded before, with the same content",
      content = @Content(schema = @Schema(implementation = SaleView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Its number is taken by another content",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = HttpProblem.class),
              examples = @ExampleObject(name = "two fields differ", value = SaleExamples.DIFFERS)))
  public Uni<RestResponse<SaleView>> post(@Valid @NotNull NewSale sale) {
    return posting
        .record(caller.storeId(), sale)
        .map(
            recorded ->
                switch (recorded) {
                  case Recorded.Created(Sale created) ->
                      RestResponse.ResponseBuilder.<SaleView>created(
                              URI.create("/sales/" + created.id()))
                          .entity(SaleView.of(created))
                          .build();
                  case Recorded.Repeated(Sale before) -> RestResponse.ok(SaleView.of(before));
                  case Recorded.Differs differs -> throw PostedSales.differs(differs);
                });
  }

  @POST
  @Path("/batch")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = PostedSales.Batch.class),
              examples = @ExampleObject(name = "an evening offline", value = SaleExamples.BATCH)))
  public Uni<PostedSales.Results> postBatch(@Valid @NotNull PostedSales.Batch batch) {
    return posting.recordAll(caller.storeId(), batch);
  }

  @POST
  @Path("/stream")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @Blocking
  @Consumes(StreamedSales.NDJSON)
  @Produces(StreamedSales.NDJSON)
  @Operation(
      summary = "Sales without end, one JSON object a line; one result a line, in order.",
      description =
          "Read the answer while you send: results come in portions of up to 500 lines, as soon as"
              + " all sales of a portion are stored. A result \"stopped\" is the last one; send again"
              + " from its line.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewSale.class),
              examples = @ExampleObject(name = "a line", value = SaleExamples.STREAMED)),
      description = "One sale a line.")
  @APIResponse(
      responseCode = "200",
      description = "One result a line",
      content =
          @Content(
              schema = @Schema(implementation = StreamedSales.LineResult.class),
              examples = @ExampleObject(name = "a line", value = SaleExamples.STREAM_RESULT)))
  public StreamingOutput stream(InputStream sales) {
    Store store = streaming.admit(caller.storeId());
    return out -> streaming.record(store, sales, out);
  }

  @POST
  @Path("/preview")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @Operation(summary = "What a sale would be: its marks, what to ask and tell, and warnings.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = PreviewSale.Basket.class),
              examples = @ExampleObject(name = "with an allergy", value = SaleExamples.PREVIEWED)))
  public Uni<PreviewSale.Preview> preview(
      @Valid @NotNull PreviewSale.Basket basket,
      @RestQuery @Parameter(description = "BCP 47, of the counselling points.")
          @Nullable String language) {
    return previews.look(
        caller, posting.store(caller.storeId()), posting.plausible(basket), language);
  }

  @POST
  @Path("/{id}/return")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReturnSale.NewReturn.class),
              examples = @ExampleObject(name = "one pack", value = SaleExamples.RETURNED)))
  public Uni<SaleView> takeBack(@RestPath UUID id, @Valid @NotNull ReturnSale.NewReturn back) {
    return returns.takeBack(caller, id, back).map(SaleView::of);
  }

  @POST
  @Path("/{id}/void")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = VoidSale.NewVoid.class),
              examples = @ExampleObject(name = "a slip", value = SaleExamples.VOIDED)))
  public Uni<SaleView> undo(@RestPath UUID id, @Valid @NotNull VoidSale.NewVoid request) {
    return voids.undo(caller, id, request).map(SaleView::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({STORE, DISPENSER, SUPERVISOR, CARE_MANAGER})
  public Uni<SaleView> one(@RestPath UUID id) {
    return pool.withTransaction(
            transaction ->
                sales
                    .find(transaction, id)
                    .map(found -> visible(found, id))
                    .call(sale -> log(transaction, "GET /sales/{id}", List.of(sale))))
        .map(SaleView::of);
  }

  @GET
  @RolesAllowed({STORE, DISPENSER, SUPERVISOR, CARE_MANAGER})
  @Operation(summary = "Sales, newest first.")
  public Uni<RestResponse<Page<SaleView>>> list(@BeanParam SaleQuery query, UriInfo uri) {
    Sales.Filter filter = visible(query.filter());
    return pool.withTransaction(
            transaction ->
                sales
                    .list(transaction, filter)
                    .map(found -> Page.cut(found, filter.limit()))
                    .call(cut -> log(transaction, "GET /sales", cut.found())))
        .map(cut -> cut.answer(uri, SaleView::of, SaleResource::place));
  }

  private static String place(Sale last) {
    return new Cursor(last.posted().occurredAt().toInstant(), last.id()).text();
  }

  private Sale visible(Optional<Sale> found, UUID id) {
    return isChainWide()
        ? StoreScope.own(found, found.map(sale -> sale.store().id()).orElse(""), id)
        : StoreScope.own(found, caller.storeId(), id);
  }

  private Sales.Filter visible(Sales.Filter asked) {
    return isChainWide() ? asked : asked.ofStore(caller.storeId());
  }

  private boolean isChainWide() {
    return Stream.of(SUPERVISOR, CARE_MANAGER).anyMatch(caller::is);
  }

  private Uni<Void> log(SqlConnection transaction, String what, List<Sale> read) {
    return accessLog.read(
        transaction, caller, what, read.stream().flatMap(sale -> sale.people().stream()).toList());
  }
}
