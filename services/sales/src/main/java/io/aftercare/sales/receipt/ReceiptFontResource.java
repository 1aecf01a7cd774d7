package io.aftercare.sales.receipt;

import io.aftercare.kit.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The fonts of the receipts. The Thai one is small and asked for by every page with Thai in it; the
 * Chinese one is large, named last, and asked for only by a device that has none of its own.
 */
@Path("/receipts/fonts")
@Tag(name = "receipts")
@PermitAll
class ReceiptFontResource {

  private static final Set<String> FONTS =
      Set.of("NotoSansThai-Regular.ttf", "NotoSansSC-Regular.ttf");

  @GET
  @Path("/{name}")
  @Produces("font/ttf")
  @Blocking
  @Operation(summary = "A font of the receipts.")
  public RestResponse<InputStream> font(@RestPath String name) {
    if (!FONTS.contains(name)) {
      throw Problems.notFound("font", name);
    }
    InputStream font = getClass().getResourceAsStream("/fonts/" + name);
    return RestResponse.ResponseBuilder.ok(font)
        .header("Cache-Control", "public, max-age=604800, immutable")
        .build();
  }
}
