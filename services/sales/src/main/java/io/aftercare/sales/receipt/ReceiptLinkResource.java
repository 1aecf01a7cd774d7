package io.aftercare.sales.receipt;

import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.STORE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.limit.PerStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Hands out links to receipts at the counter. */
@Path("/sales/{id}/receipt")
@Tag(name = "receipts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReceiptLinkResource {

  /** In which language; the store's usual one when absent. */
  record NewLink(@Nullable Language language) {

    /** For the API description. */
    static final String EXAMPLE =
        """
        {"language": "th"}
        """;
  }

  private final IssueLink issuing;
  private final Caller caller;

  ReceiptLinkResource(IssueLink issuing, Caller caller) {
    this.issuing = issuing;
    this.caller = caller;
  }

  @POST
  @PerStore
  @RolesAllowed({STORE, DISPENSER})
  @Operation(
      summary = "A new link to the receipt, for the customer.",
      description = "The link is shown this once; ask again for another. Earlier ones stay open.")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = IssueLink.Issued.class)))
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewLink.class),
              examples = @ExampleObject(name = "in Thai", value = NewLink.EXAMPLE)))
  public Uni<RestResponse<IssueLink.Issued>> issue(@RestPath UUID id, @Nullable NewLink link) {
    return issuing
        .issue(caller, id, link == null ? null : link.language())
        .map(
            issued ->
                RestResponse.ResponseBuilder.<IssueLink.Issued>created(URI.create(issued.url()))
                    .entity(issued)
                    .build());
  }
}
