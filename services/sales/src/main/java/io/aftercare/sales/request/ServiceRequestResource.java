package io.aftercare.sales.request;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.STORE;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.limit.PerStore;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.request.ServiceRequest.Move;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Service requests as the counter opens, moves and reads them. */
@Path("/service-requests")
@Tag(name = "service requests")
@Produces(MediaType.APPLICATION_JSON)
class ServiceRequestResource {

  private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
  private static final String UNPRINTABLE = "must not hold control characters";

  /** Why it will not be done. */
  record Cancellation(
      @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
          String reason) {

    static final String EXAMPLE =
        """
        {"reason": "fetched at the store after all"}
        """;
  }

  /** Another promise, and why the first does not hold. */
  record NewPromise(
      @NotNull OffsetDateTime promisedAt,
      @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
          String reason) {

    static final String EXAMPLE =
        """
        {"promisedAt": "2026-03-05T18:00:00-05:00", "reason": "the courier comes a day later"}
        """;
  }

  private final OpenRequest opening;
  private final ChangeRequest changing;
  private final ServiceRequests requests;
  private final Pool pool;
  private final AccessLog accessLog;
  private final Caller caller;
  private final Clock clock;

  ServiceRequestResource(
      OpenRequest opening,
      ChangeRequest changing,
      ServiceRequests requests,
      Pool pool,
      AccessLog accessLog,
      Caller caller,
      Clock clock) {
    this.opening = opening;
    this.changing = changing;
    this.requests = requests;
    this.pool = pool;
    this.accessLog = accessLog;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @APIResponse(
      responseCode = "201",
      description = "Taken on",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ServiceRequestView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Taken on before under the same clientRequestId",
      content = @Content(schema = @Schema(implementation = ServiceRequestView.class)))
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewRequest.class),
              examples =
                  @ExampleObject(name = "home by tomorrow evening", value = NewRequest.EXAMPLE)))
  public Uni<RestResponse<ServiceRequestView>> open(@Valid @NotNull NewRequest asked) {
    return opening
        .open(caller, asked)
        .map(
            taken ->
                (taken.isNew()
                        ? RestResponse.ResponseBuilder.<ServiceRequestView>created(
                            URI.create("/service-requests/" + taken.request().id()))
                        : RestResponse.ResponseBuilder.<ServiceRequestView>ok())
                    .entity(view(taken.request()))
                    .build());
  }

  @GET
  @RolesAllowed({STORE, DISPENSER, SUPERVISOR, CARE_MANAGER})
  @Operation(summary = "Service requests, earliest promise first.")
  public Uni<RestResponse<Page<ServiceRequestView>>> list(
      @BeanParam RequestQuery query, UriInfo uri) {
    ServiceRequests.Filter asked = query.filter();
    ServiceRequests.Filter filter = isChainWide() ? asked : asked.ofStore(caller.storeId());
    return pool.withTransaction(
            transaction ->
                requests
                    .list(transaction, filter)
                    .map(found -> Page.cut(found, filter.limit()))
                    .call(
                        cut ->
                            accessLog.read(
                                transaction,
                                caller,
                                "GET /service-requests",
                                cut.found().stream()
                                    .flatMap(request -> request.people().stream())
                                    .toList())))
        .map(cut -> cut.answer(uri, this::view, ServiceRequestResource::place));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({STORE, DISPENSER, SUPERVISOR, CARE_MANAGER})
  public Uni<ServiceRequestView> one(@RestPath UUID id) {
    String own = isChainWide() ? null : caller.storeId();
    return pool.withTransaction(
            transaction ->
                requests
                    .find(transaction, id)
                    .map(
                        found ->
                            found
                                .filter(request -> own == null || request.storeId().equals(own))
                                .orElseThrow(() -> Problems.notFound("service request", id)))
                    .call(
                        request ->
                            accessLog.read(
                                transaction,
                                caller,
                                "GET /service-requests/{id}",
                                request.people())))
        .map(this::view);
  }

  @POST
  @Path("/{id}/start")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  public Uni<ServiceRequestView> start(@RestPath UUID id) {
    return changing
        .move(caller, id, Move.START, null, "POST /service-requests/{id}/start")
        .map(this::view);
  }

  @POST
  @Path("/{id}/finish")
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  public Uni<ServiceRequestView> finish(@RestPath UUID id) {
    return changing
        .move(caller, id, Move.FINISH, null, "POST /service-requests/{id}/finish")
        .map(this::view);
  }

  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Cancellation.class),
              examples =
                  @ExampleObject(name = "fetched at the store", value = Cancellation.EXAMPLE)))
  public Uni<ServiceRequestView> cancel(@RestPath UUID id, @Valid @NotNull Cancellation why) {
    return changing
        .move(caller, id, Move.CANCEL, why.reason(), "POST /service-requests/{id}/cancel")
        .map(this::view);
  }

  @POST
  @Path("/{id}/promise")
  @Consumes(MediaType.APPLICATION_JSON)
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewPromise.class),
              examples = @ExampleObject(name = "a day later", value = NewPromise.EXAMPLE)))
  public Uni<ServiceRequestView> promise(@RestPath UUID id, @Valid @NotNull NewPromise promise) {
    return changing
        .promise(
            caller,
            id,
            promise.promisedAt().toInstant().truncatedTo(ChronoUnit.MICROS),
            promise.reason(),
            "POST /service-requests/{id}/promise")
        .map(this::view);
  }

  private ServiceRequestView view(ServiceRequest request) {
    return ServiceRequestView.of(request, clock.instant());
  }

  private static String place(ServiceRequest last) {
    return new Cursor(last.promisedAt(), last.id()).text();
  }

  private boolean isChainWide() {
    return Stream.of(SUPERVISOR, CARE_MANAGER).anyMatch(caller::is);
  }
}
