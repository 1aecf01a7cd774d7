package io.aftercare.profile.keys;

import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The exchange of master keys, asked for by the command rotate-keys. */
@Path("/keys")
@Tag(name = "keys")
@RolesAllowed(Roles.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

  private static final UUID FIRST = new UUID(0, 0);

  private final RotateKeys rotateKeys;

  KeyResource(RotateKeys rotateKeys) {
    this.rotateKeys = rotateKeys;
  }

  /**
   * Wraps some thousand data keys with the newest master key; ask again with next until it is
   * absent.
   */
  @POST
  @Path("/rotation")
  public Uni<RotateKeys.Rotated> rotate(@RestQuery @Nullable UUID after) {
    return rotateKeys.rotate(after == null ? FIRST : after);
  }
}
