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
