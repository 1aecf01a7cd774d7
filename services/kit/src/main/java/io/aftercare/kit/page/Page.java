package io.aftercare.kit.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Part of a list; the header Link with rel="next" (RFC 8288) leads to the next part while there is
 * one.
 */
public record Page<T>(List<T> items) {

  /** Cuts to the limit what was found with one more than the limit. */
  public static <E> Cut<E> cut(List<E> found, int limit) {
    boolean more = found.size() > limit;
    return new Cut<>(more ? found.subList(0, limit) : found, more);
  }

  /** What goes on the page, and whether anything comes after it. */
  public record Cut<E>(List<E> found, boolean more) {

    public <V> List<V> each(Function<E, V> part) {
      return found.stream().map(part).toList();
    }

    /**
     * The page as it is sent.
     *
     * @param place where the list goes on after an item, as the parameter cursor says it
     */
    public <V> RestResponse<Page<V>> answer(
        UriInfo uri, Function<E, V> view, Function<E, String> place) {
      var response = RestResponse.ResponseBuilder.ok(new Page<>(each(view)));
      if (more) {
        response.header(HttpHeaders.LINK, link(uri, place.apply(found.getLast())));
      }
      return response.build();
    }

    /** Without host, so that it holds behind whatever gate the caller came through. */
    private static String link(UriInfo uri, String next) {
      URI whole = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
      return "<%s?%s>; rel=\"next\"".formatted(whole.getRawPath(), whole.getRawQuery());
    }
  }
}
