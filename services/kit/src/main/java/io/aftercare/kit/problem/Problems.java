package io.aftercare.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The problems a service answers with (RFC 9457). The type is stable and may be programmed against.
 */
public final class Problems {

  private static final String TYPE = "urn:aftercare:problem:";

  private Problems() {}

  /** 400: one field is wrong; the message names the fix. */
  public static HttpProblem invalid(String field, String message) {
    return invalid(List.of(Violation.In.body.field(field).message(message)));
  }

  /** 400: all that is wrong, named together. */
  public static HttpProblem invalid(List<Violation> violations) {
    return of("invalid", Status.BAD_REQUEST, "Some fields are wrong.")
        .with("violations", violations)
        .build();
  }

  /**
   * 400: the JSON cannot be read; names the field where there is one, else the place in the text.
   */
  public static HttpProblem unreadable(JsonProcessingException failure) {
    return ProblemMappers.ofJson(failure);
  }

  /** 404: there is none, or it is not the caller's to see. */
  public static HttpProblem notFound(String what, Object id) {
    return of("not-found", Status.NOT_FOUND, "There is no %s %s.".formatted(what, id)).build();
  }

  /** 403: the caller may not do this at all. */
  public static HttpProblem forbidden(String name, String detail) {
    return of(name, Status.FORBIDDEN, detail).build();
  }

  /** 409: it cannot be done as things stand. */
  public static HttpProblem conflict(String name, String detail) {
    return of(name, Status.CONFLICT, detail).build();
  }

  /** 409, to which members can be added that say more. */
  public static HttpProblem.Builder conflicting(String name, String detail) {
    return of(name, Status.CONFLICT, detail);
  }

  /** 503: it may be done later; the answer says when to come again. */
  public static HttpProblem unavailable(String name, String detail, Duration retryAfter) {
    return of(name, Status.SERVICE_UNAVAILABLE, detail)
        .withHeader("Retry-After", Math.max(1, retryAfter.toSeconds()))
        .build();
  }

  static URI type(String name) {
    return URI.create(TYPE + name);
  }

  /** A problem to which members can be added. */
  public static HttpProblem.Builder of(String name, Status status, String detail) {
    return HttpProblem.builder()
        .withType(type(name))
        .withTitle(status.getReasonPhrase())
        .withStatus(status)
        .withDetail(detail);
  }
}
