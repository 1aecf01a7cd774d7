package io.aftercare.profile.rights;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.profile.audit.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The way past one's reach when a person cannot wait. */
@Path("/customers")
@Tag(name = "break-glass")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GlassResource {

  private final BreakGlass breakGlass;
  private final Caller caller;

  GlassResource(BreakGlass breakGlass, Caller caller) {
    this.breakGlass = breakGlass;
    this.caller = caller;
  }

  /**
   * @param reason why it cannot wait, in your own words
   */
  record Emergency(
      @NotBlank
          @Size(min = 10, max = 500)
          @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be a text")
          String reason) {}

  /**
   * @param until the file can be read until then
   */
  record Opened(UUID id, Instant until) {}

  @POST
  @Path("/{id}/break-glass")
  @RolesAllowed(Roles.DISPENSER)
  public Uni<Opened> open(@RestPath UUID id, @Valid @NotNull Emergency emergency) {
    return breakGlass
        .open(id, emergency.reason(), Reading.by(caller, "POST /customers/{id}/break-glass"))
        .map(glass -> new Opened(glass.id(), glass.until()));
  }
}
