package io.aftercare.profile.customer;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.RegisterCustomer.Outcome;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.vault.Vault;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where customers become known: one at the counter, or many from a file. */
@Path("/customers")
@Tag(name = "customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RegistrationResource {

  private final Intake intake;
  private final RegisterCustomer registerCustomer;
  private final PostedCustomers posted;
  private final Customers customers;
  private final Vault vault;
  private final Caller caller;

  RegistrationResource(
      Intake intake,
      RegisterCustomer registerCustomer,
      PostedCustomers posted,
      Customers customers,
      Vault vault,
      Caller caller) {
    this.intake = intake;
    this.registerCustomer = registerCustomer;
    this.posted = posted;
    this.customers = customers;
    this.vault = vault;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER})
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Registered before, with the same content",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @APIResponse(responseCode = "409", description = "The id is taken by another content")
  public Uni<RestResponse<CustomerView>> register(@Nullable NewCustomer form) {
    var said = intake.registration(form);
    return registerCustomer.register(Intake.idOf(form), said, registrar()).chain(this::answer);
  }

  /**
   * Reading and sealing hundreds of customers takes milliseconds that no other request should wait
   * for.
   */
  @POST
  @Path("/batch")
  @Blocking
  @RolesAllowed({STORE, DISPENSER, CARE_MANAGER})
  public Uni<PostedCustomers.Results> registerAll(@Valid @NotNull PostedCustomers.Batch batch) {
    return posted.registerAll(batch, registrar());
  }

  private Uni<RestResponse<CustomerView>> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Created(CustomerFile file) ->
          // Nothing is read here but what the caller has just said.
          Uni.createFrom().item(created(file.open(vault)));
      case Outcome.Repeated(UUID id) -> repeated(id);
      case Outcome.Differs differs -> throw CustomerProblems.of(differs);
      case Outcome.Taken taken -> throw CustomerProblems.of(taken);
    };
  }

  private static RestResponse<CustomerView> created(Profile profile) {
    return RestResponse.ResponseBuilder.<CustomerView>created(
            URI.create("/customers/" + profile.id()))
        .header(HttpHeaders.ETAG, Edition.tag(profile.version()))
        .entity(CustomerView.of(profile))
        .build();
  }

  /** The file may have been corrected since: what it says now is a reading. */
  private Uni<RestResponse<CustomerView>> repeated(UUID id) {
    return customers
        .read(id, Reach.of(caller), Reading.by(caller, "POST /customers"))
        .map(found -> found.orElseThrow(() -> Problems.notFound("customer", id)))
        .map(
            profile ->
                RestResponse.ResponseBuilder.ok(CustomerView.of(profile))
                    .header(HttpHeaders.ETAG, Edition.tag(profile.version()))
                    .build());
  }

  /** A care manager registers for headquarters; a store's token registers for its store. */
  private RegisterCustomer.Registrar registrar() {
    boolean headquarters = caller.is(CARE_MANAGER) && caller.store().isEmpty();
    return new RegisterCustomer.Registrar(headquarters ? null : caller.storeId(), caller.subject());
  }
}
