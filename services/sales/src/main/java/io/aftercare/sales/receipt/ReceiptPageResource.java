package io.aftercare.sales.receipt;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Receipts as customers open them: whoever has the link may, nobody logs in. */
@Path("/receipts")
@Tag(name = "receipts")
@PermitAll
class ReceiptPageResource {

  private static final String HTML = "text/html;charset=UTF-8";
  private static final String PDF = "application/pdf";

  /** The address is the secret: it is kept in no cache, told to no other site, put in no index. */
  private static final Map<String, String> DISCREET =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "private, no-store",
          "Referrer-Policy",
          "no-referrer",
          "X-Robots-Tag",
          "noindex, nofollow",
          "X-Content-Type-Options",
          "nosniff");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final OpenReceipt opening;
  private final Press press;

  ReceiptPageResource(OpenReceipt opening, Press press) {
    this.opening = opening;
    this.press = press;
  }

  @GET
  @Path("/{token}")
  @Produces(HTML)
  @Operation(summary = "A receipt, as a page for a phone.")
  @APIResponse(
      responseCode = "200",
      description = "The receipt as things stand",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "404",
      description = "No such receipt, or its link has ended; says so in words",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public Uni<RestResponse<String>> page(
      @RestPath String token, @RestHeader("Accept-Language") @Nullable String languages) {
    String nonce = nonce();
    return opening
        .open(token, "GET /receipts/{token}")
        .map(
            found ->
                found
                    .map(
                        receipt ->
                            page(
                                RestResponse.Status.OK,
                                ReceiptPages.receipt(receipt, token + ".pdf", nonce).render(),
                                nonce))
                    .orElseGet(() -> missing(preferred(languages), nonce)));
  }

  @GET
  @Path("/{token}.pdf")
  @Produces(PDF)
  @Operation(summary = "A receipt, to print or to keep.")
  @APIResponse(
      responseCode = "200",
      description = "The receipt as things stand",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Uni<RestResponse<byte[]>> pdf(@RestPath String token) {
    return opening
        .open(token, "GET /receipts/{token}.pdf")
        .map(found -> found.orElseThrow(ReceiptPageResource::noReceipt))
        .chain(press::print)
        .map(
            pdf ->
                discreet(RestResponse.ResponseBuilder.ok(pdf))
                    .header("Content-Disposition", "inline; filename=\"receipt.pdf\"")
                    .build());
  }

  private static RestResponse<String> missing(Language language, String nonce) {
    String page = ReceiptPages.missing(language.tag(), Words.in(language), nonce).render();
    return page(RestResponse.Status.NOT_FOUND, page, nonce);
  }

  private static RestResponse<String> page(RestResponse.Status status, String page, String nonce) {
    return discreet(RestResponse.ResponseBuilder.create(status, page))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'nonce-%s'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(nonce))
        .build();
  }

  private static <T> RestResponse.ResponseBuilder<T> discreet(
      RestResponse.ResponseBuilder<T> response) {
    DISCREET.forEach(response::header);
    return response;
  }

  private static HttpProblem noReceipt() {
    HttpProblem.Builder problem =
        Problems.of(
            "not-found", Status.NOT_FOUND, "There is no such receipt, or its link has ended.");
    DISCREET.forEach(problem::withHeader);
    return problem.build();
  }

  /** The reader's language, for a page that belongs to no receipt. */
  private static Language preferred(@Nullable String languages) {
    try {
      return Language.firstOf(
          Locale.LanguageRange.parse(languages == null ? "en" : languages).stream()
              .map(Locale.LanguageRange::getRange)
              .toList());
    } catch (IllegalArgumentException nonsense) {
      return Language.EN;
    }
  }

  private static String nonce() {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }
}
