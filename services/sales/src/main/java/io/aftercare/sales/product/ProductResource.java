package io.aftercare.sales.product;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue: written by those who run the chain, read by all who log in. */
@Path("/products")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
class ProductResource {

  private final Products products;

  ProductResource(Products products) {
    this.products = products;
  }

  /** Products to store, all or none. */
  record Catalogue(@NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid Product> products) {}

  record Stored(int stored) {}

  @GET
  @Path("/{system}/{code}")
  @Authenticated
  public Product one(@RestPath String system, @RestPath String code) {
    return products
        .find(system, code)
        .orElseThrow(() -> Problems.notFound("product", system + " " + code));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  public Uni<Stored> save(@Valid @NotNull Catalogue catalogue) {
    return products.save(catalogue.products()).replaceWith(new Stored(catalogue.products().size()));
  }
}
