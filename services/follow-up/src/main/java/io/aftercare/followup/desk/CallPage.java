package io.aftercare.followup.desk;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** A page of calls; the Link header leads to the next (RFC 8288). */
record CallPage(List<CallView> items) {

  static final int MOST = 200;

  /**
   * @param found one more than the page holds where there is a next one
   */
  static RestResponse<CallPage> of(List<CallView> found, int limit, UriInfo uri) {
    CallPage page = new CallPage(found.stream().limit(limit).toList());
    var response = RestResponse.ResponseBuilder.ok(page);
    if (found.size() > limit) {
      var next =
          uri.getRequestUriBuilder()
              .replaceQueryParam("cursor", page.items().getLast().id())
              .build();
      response.links(Link.fromUri(next).rel("next").build());
    }
    return response.build();
  }
}
