package io.aftercare.kit.access;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.Page;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the privacy officer asks each service: who read a person's data, and is that all true? */
@Path("/access-log")
@Tag(name = "access log")
@RolesAllowed(Roles.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
class AccessLogResource {

  private final Accesses accesses;
  private final AccessLog log;
  private final VerifyAccessLog verifyAccessLog;
  private final Pool pool;
  private final Caller caller;

  AccessLogResource(
      Accesses accesses, AccessLog log, VerifyAccessLog verifyAccessLog, Pool pool, Caller caller) {
    this.accesses = accesses;
    this.log = log;
    this.verifyAccessLog = verifyAccessLog;
    this.pool = pool;
    this.caller = caller;
  }

  /**
   * One reading.
   *
   * @param who subject of the person or machine that read
   * @param storeId the store they work in, where there is one
   * @param what which data, in the words of the endpoint
   * @param reason what for
   */
  record AccessView(Instant at, String who, @Nullable String storeId, String what, String reason) {

    static AccessView of(Accesses.Access access) {
      AccessRecord record = access.record();
      return new AccessView(
          record.at(), record.who(), record.storeId(), record.what(), record.reason());
    }
  }

  @GET
  public Uni<RestResponse<Page<AccessView>>> list(@BeanParam AccessQuery query, UriInfo uri) {
    var asked = query.asked();
    return pool.withTransaction(
            transaction ->
                log.read(transaction, caller, "GET /access-log", List.of(asked.customer()))
                    .chain(
                        () ->
                            accesses.of(
                                transaction, asked.customer(), asked.before(), asked.limit() + 1)))
        .map(
            found ->
                Page.cut(found, asked.limit())
                    .answer(uri, AccessView::of, access -> Long.toString(access.place())));
  }

  /** Reads the whole log. */
  @GET
  @Path("/verification")
  @Blocking
  public VerifyAccessLog.Verification verify() throws SQLException {
    return verifyAccessLog.verify();
  }
}
