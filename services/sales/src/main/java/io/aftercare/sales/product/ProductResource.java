package io.aftercare.sales.product;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The catalogue: written by those who run the chain, read by all who log in. */
@Path("/products")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
class ProductResource {

  private static final String CSV = "text/csv";

  /** For the API description. */
  private static final String SHEET =
      """
      system,code,name,atc,form,prescription,daysSupply,points.en
      rxnorm,308182,Amoxicillin 250 MG Oral Capsule,J01CA04,capsule,true,7,"Take all of it, also when you feel well again."
      gtin,04012345678901,Throat lozenges,,lozenge,false,,
      """;

  private final Products products;
  private final SaveProducts saving;
  private final ImportProducts importing;
  private final UncataloguedProducts uncatalogued;
  private final StoredProducts stored;
  private final Pool pool;
  private final Clock clock;
  private final Caller caller;

  ProductResource(
      Products products,
      SaveProducts saving,
      ImportProducts importing,
      UncataloguedProducts uncatalogued,
      StoredProducts stored,
      Pool pool,
      Clock clock,
      Caller caller) {
    this.products = products;
    this.saving = saving;
    this.importing = importing;
    this.uncatalogued = uncatalogued;
    this.stored = stored;
    this.pool = pool;
    this.clock = clock;
    this.caller = caller;
  }

  /** Products to store, all or none. */
  record Catalogue(@NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid Product> products) {

    /** For the API description. */
    static final String EXAMPLE =
        """
        {
          "products": [
            {
              "system": "rxnorm", "code": "308182", "name": "Amoxicillin 250 MG Oral Capsule",
              "strength": "250 mg", "form": "capsule", "atc": "J01CA04",
              "prescription": true, "daysSupply": 7, "highAlert": false, "specialForm": false, "longTerm": false,
              "codes": [{"system": "gtin", "code": "04012345678901"}],
              "counsellingPoints": {"en": ["Take all of it, also when you feel well again."]}
            }
          ]
        }
        """;
  }

  record Stored(int stored) {}

  record ProductList(List<Product> items) {}

  record VersionList(List<StoredProducts.ProductVersion> items) {}

  record UncataloguedList(List<UncataloguedProducts.Uncatalogued> items) {}

  @GET
  @Authenticated
  @Operation(summary = "Products by name, strength, form, ATC class or code, best first.")
  public ProductList search(
      @RestQuery
          @Parameter(
              description = "Words of the name, strength or form, or a code; all when absent.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 100))
          @Nullable String q,
      @RestQuery
          @Parameter(
              description = "Hits at most.",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @Nullable String limit,
      UriInfo uri) {
    ProductQuery query = ProductQuery.of(q, limit, uri.getQueryParameters().keySet());
    return new ProductList(products.search(query.words(), query.limit()));
  }

  @GET
  @Path("/{system}/{code}")
  @Authenticated
  @Operation(summary = "The product that has this code, as its own or as another one of it.")
  public Product one(@RestPath String system, @RestPath String code) {
    return products
        .find(system, code)
        .orElseThrow(() -> Problems.notFound("product", system + " " + code));
  }

  @GET
  @Path("/{system}/{code}/versions")
  @RolesAllowed({CARE_MANAGER, SUPERVISOR, PHARMACIST})
  @Operation(summary = "What the product was after each change, newest first.")
  public Uni<VersionList> versions(@RestPath String system, @RestPath String code) {
    return stored.versions(pool, one(system, code).own()).map(VersionList::new);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  @APIResponse(
      responseCode = "200",
      description = "Stored",
      content = @Content(schema = @Schema(implementation = Stored.class)))
  @APIResponse(responseCode = "409", description = "A code belongs to another product")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Catalogue.class),
              examples = @ExampleObject(name = "one product", value = Catalogue.EXAMPLE)))
  public Uni<Stored> save(@Valid @NotNull Catalogue catalogue) {
    return saving
        .all(caller.name(), catalogue.products())
        .replaceWith(new Stored(catalogue.products().size()));
  }

  @POST
  @Path("/import")
  @Consumes(CSV)
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  @Blocking
  @Operation(summary = "Stores the good lines of a CSV file, and says of each other what is wrong.")
  public Uni<ImportProducts.ImportReport> load(
      @RequestBody(
              content =
                  @Content(
                      mediaType = CSV,
                      schema = @Schema(type = SchemaType.STRING),
                      examples = @ExampleObject(name = "two products", value = SHEET)))
          byte[] file,
      @RestQuery
          @Parameter(
              description = "true reports what would happen and stores nothing.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String dryRun) {
    if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
      throw Problems.invalid("dryRun", "must be true or false");
    }
    return importing.run(caller.name(), file, "true".equals(dryRun));
  }

  @GET
  @Path("/uncatalogued")
  @RolesAllowed({CARE_MANAGER, SUPERVISOR})
  @Operation(
      summary = "Products that were sold without being catalogued, most sold first.",
      description = "Counts are near enough: a crash may lose the last seconds.")
  public Uni<UncataloguedList> uncatalogued() {
    return uncatalogued.list().map(UncataloguedList::new);
  }

  @POST
  @Path("/scan")
  @Consumes(MediaType.APPLICATION_JSON)
  @Authenticated
  @Operation(summary = "What a scanned code says, and the product that the catalogue has for it.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ScannedCode.Scan.class),
              examples =
                  @ExampleObject(
                      name = "a pack with batch and expiry",
                      value = ScannedCode.Scan.EXAMPLE)))
  public ScannedCode scan(@Valid @NotNull ScannedCode.Scan scan) {
    return ScannedCode.of(scan, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), products);
  }
}
