package io.aftercare.sales.receipt;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The Thai font of the receipts, small and kept in memory, for devices that have none. Whoever
 * reads Chinese has a Chinese font; that one is too large to be given to anybody who asks.
 */
@Path("/receipts/fonts")
@Tag(name = "receipts")
@PermitAll
class ReceiptFontResource {

  private static final String THAI = "NotoSansThai-Regular.ttf";

  private final byte[] thai = read(THAI);

  @GET
  @Path("/" + THAI)
  @Produces("font/ttf")
  @Operation(summary = "The Thai font of the receipts.")
  public RestResponse<byte[]> font() {
    return RestResponse.ResponseBuilder.ok(thai)
        .header("Cache-Control", "public, max-age=604800, immutable")
        .build();
  }

  private static byte[] read(String name) {
    try (InputStream font = ReceiptFontResource.class.getResourceAsStream("/fonts/" + name)) {
      return Objects.requireNonNull(font, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
