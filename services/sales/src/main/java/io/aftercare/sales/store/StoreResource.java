package io.aftercare.sales.store;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The chain's stores: reference data, written by those who run the chain and read by all who log
 * in.
 */
@Path("/stores")
@Tag(name = "stores")
@Produces(MediaType.APPLICATION_JSON)
class StoreResource {

  private final Stores stores;

  StoreResource(Stores stores) {
    this.stores = stores;
  }

  record StoreList(List<Store> items) {}

  /** For the API description. */
  private static final String EXAMPLE =
      """
      {
        "id": "boston-1", "name": "Corner Pharmacy", "zone": "America/New_York", "country": "US", "region": "MA",
        "currency": "USD", "phone": "+1 617 555 0123",
        "address": {"street": "1 Beacon Street", "city": "Boston", "postalCode": "02108"},
        "openingHours": {"monday": [{"opens": "08:00", "closes": "22:00"}]},
        "openingExceptions": [{"date": "2026-12-25", "hours": [], "note": "Christmas Day"}],
        "languages": ["en", "zh"],
        "receipt": {"footer": "Questions? Call us.", "showPrices": true},
        "callingRegion": "east"
      }
      """;

  @GET
  @Authenticated
  public StoreList list() {
    return new StoreList(stores.all());
  }

  @GET
  @Path("/{id}")
  @Authenticated
  public Store one(String id) {
    return stores.find(id).orElseThrow(() -> Problems.notFound("store", id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Store.class),
              examples = @ExampleObject(name = "a store", value = EXAMPLE)))
  public Uni<RestResponse<Store>> save(String id, @Valid @NotNull Store store) {
    if (!id.equals(store.id())) {
      throw Problems.invalid("id", "must be the id of the path, " + id);
    }
    return stores
        .save(store)
        .map(
            isNew ->
                isNew
                    ? RestResponse.ResponseBuilder.<Store>created(URI.create("/stores/" + id))
                        .entity(store)
                        .build()
                    : RestResponse.ok(store));
  }
}
