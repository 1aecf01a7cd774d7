package io.aftercare.profile.rights;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.aftercare.profile.audit.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who read past their reach, and why. */
@Path("/broken-glass")
@Tag(name = "break-glass")
@RolesAllowed(Roles.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
class BrokenGlassResource {

  private final BrokenGlasses brokenGlasses;
  private final Caller caller;

  BrokenGlassResource(BrokenGlasses brokenGlasses, Caller caller) {
    this.brokenGlasses = brokenGlasses;
    this.caller = caller;
  }

  @GET
  public Uni<RestResponse<Page<BrokenGlasses.Opened>>> list(
      @BeanParam GlassQuery query, UriInfo uri) {
    GlassQuery.Part part = query.part();
    return brokenGlasses
        .read(part, Reading.by(caller, "GET /broken-glass"))
        .map(
            found ->
                Page.cut(found, part.limit())
                    .answer(uri, each -> each, each -> new Cursor(each.at(), each.id()).text()));
  }
}
