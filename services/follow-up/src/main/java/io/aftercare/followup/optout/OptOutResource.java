package io.aftercare.followup.optout;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.util.Base64;
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

/**
 * Where readers of messages say no. Whoever has the link may; nobody logs in. Looking changes
 * nothing, because mail programs look at links by themselves; a mail program's own button posts
 * here at once (RFC 8058).
 */
@Path("/opt-out")
@Tag(name = "opt-out")
@PermitAll
class OptOutResource {

  private static final String HTML = "text/html;charset=UTF-8";

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

  private final OptOuts optOuts;

  OptOutResource(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  @GET
  @Path("/{token}")
  @Produces(HTML)
  @Operation(summary = "Asks whether messages like this one shall stop; changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "The question, with a button",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "404",
      description = "No such link; says so in words",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public Uni<RestResponse<String>> ask(
      @RestPath String token, @RestHeader("Accept-Language") @Nullable String languages) {
    OptOutWords words = OptOutWords.in(languages);
    String nonce = nonce();
    return optOuts
        .find(token, "GET /opt-out/{token}")
        .map(
            found ->
                found.isPresent()
                    ? page(RestResponse.Status.OK, OptOutPages.ask(words, nonce).render(), nonce)
                    : said(OptOuts.Kept.UNKNOWN, words, nonce));
  }

  @POST
  @Path("/{token}")
  @Consumes({
    MediaType.APPLICATION_FORM_URLENCODED,
    MediaType.MULTIPART_FORM_DATA,
    MediaType.TEXT_PLAIN
  })
  @Produces(HTML)
  @Operation(summary = "Stops such messages; answers once that is kept")
  @APIResponse(
      responseCode = "200",
      description = "Kept",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "No such link; says so in words")
  @APIResponse(responseCode = "503", description = "Nothing was kept; to be tried again")
  public Uni<RestResponse<String>> stop(
      @RestPath String token, @RestHeader("Accept-Language") @Nullable String languages) {
    OptOutWords words = OptOutWords.in(languages);
    String nonce = nonce();
    return optOuts.withdraw(token, "POST /opt-out/{token}").map(kept -> said(kept, words, nonce));
  }

  private static RestResponse<String> said(OptOuts.Kept kept, OptOutWords words, String nonce) {
    return switch (kept) {
      case YES ->
          page(
              RestResponse.Status.OK,
              OptOutPages.said(words, words.kept(), words.keptText(), nonce).render(),
              nonce);
      case UNKNOWN ->
          page(
              RestResponse.Status.NOT_FOUND,
              OptOutPages.said(words, words.unknown(), words.unknownText(), nonce).render(),
              nonce);
      case NOT_YET ->
          page(
              RestResponse.Status.SERVICE_UNAVAILABLE,
              OptOutPages.said(words, words.later(), words.laterText(), nonce).render(),
              nonce);
    };
  }

  private static RestResponse<String> page(RestResponse.Status status, String page, String nonce) {
    var response = RestResponse.ResponseBuilder.create(status, page);
    DISCREET.forEach(response::header);
    if (status == RestResponse.Status.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, 60);
    }
    return response
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'nonce-%s'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                .formatted(nonce))
        .build();
  }

  private static String nonce() {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }
}
