package io.aftercare.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.aftercare.kit.batch.Overloaded;
import io.aftercare.kit.batch.SqlFailure;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns what the house itself throws into problems; the library does the rest. */
final class ProblemMappers {

  /** Before the library's own mappers, which name no field. */
  private static final int FIRST = 1;

  private ProblemMappers() {}

  @Provider
  @Priority(FIRST)
  static class OfUnknownField implements ExceptionMapper<UnrecognizedPropertyException> {
    @Override
    public Response toResponse(UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      return Problems.invalid(path(unknown), "is not a known field; known are " + known)
          .toResponse();
    }
  }

  @Provider
  @Priority(FIRST)
  static class OfFormat implements ExceptionMapper<InvalidFormatException> {
    @Override
    public Response toResponse(InvalidFormatException format) {
      return ofField(format).toResponse();
    }
  }

  @Provider
  @Priority(FIRST)
  static class OfMismatch implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException mismatch) {
      return ofField(mismatch).toResponse();
    }
  }

  @Provider
  @Priority(FIRST)
  static class OfBinding implements ExceptionMapper<DatabindException> {
    @Override
    public Response toResponse(DatabindException binding) {
      return ofJson(binding).toResponse();
    }
  }

  @Provider
  @Priority(FIRST)
  static class OfSyntax implements ExceptionMapper<StreamReadException> {
    @Override
    public Response toResponse(StreamReadException syntax) {
      return ofJson(syntax).toResponse();
    }
  }

  /**
   * What the framework itself refuses: JSON that breaks off, a wrong content type, a method that is
   * not there.
   */
  @Provider
  @Priority(FIRST)
  static class OfRequest implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException refused) {
      if (refused.getCause() instanceof JsonProcessingException json) {
        return ofJson(json).toResponse();
      }
      Response.StatusType status = refused.getResponse().getStatusInfo();
      String name = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
      return HttpProblem.builder()
          .withType(Problems.type(name))
          .withTitle(status.getReasonPhrase())
          .withStatus(status.getStatusCode())
          .withDetail(refused.getMessage())
          .build()
          .toResponse();
    }
  }

  /**
   * A token that is missing, malformed, foreign or out of date; which of these is not the caller's
   * to know.
   */
  private static Response unauthorized() {
    return Problems.of(
            "unauthorized", Response.Status.UNAUTHORIZED, "A valid bearer token is needed.")
        .withHeader("WWW-Authenticate", "Bearer")
        .build()
        .toResponse();
  }

  @Provider
  @Priority(FIRST)
  static class OfFailedAuthentication implements ExceptionMapper<AuthenticationFailedException> {
    @Override
    public Response toResponse(AuthenticationFailedException failed) {
      return unauthorized();
    }
  }

  @Provider
  @Priority(FIRST)
  static class OfMissingAuthentication implements ExceptionMapper<UnauthorizedException> {
    @Override
    public Response toResponse(UnauthorizedException missing) {
      return unauthorized();
    }
  }

  @Provider
  static class OfOverload implements ExceptionMapper<Overloaded> {
    @Override
    public Response toResponse(Overloaded overloaded) {
      return Problems.unavailable(
              "overloaded", "More is waiting than can be served soon.", Duration.ofSeconds(1))
          .toResponse();
    }
  }

  /**
   * The database is away for the moment: nothing was stored, and the same request may be sent
   * again.
   */
  @Provider
  static class OfDatabase implements ExceptionMapper<io.vertx.core.VertxException> {
    @Override
    public Response toResponse(io.vertx.core.VertxException failure) {
      if (SqlFailure.of(failure) == SqlFailure.INFRASTRUCTURE) {
        return databaseAway().toResponse();
      }
      throw failure;
    }
  }

  static HttpProblem databaseAway() {
    return Problems.unavailable(
        "database-away",
        "The database cannot be reached; send the same request again.",
        Duration.ofSeconds(2));
  }

  /**
   * A JSON document that cannot be read: the field where it can be named, else the place in the
   * text.
   */
  static HttpProblem ofJson(JsonProcessingException failure) {
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return ofField(mapping);
    }
    var place = failure.getLocation();
    String where =
        place == null
            ? ""
            : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    return Problems.invalid("body", "is not valid JSON" + where + ": " + firstSentence(failure));
  }

  private static HttpProblem ofField(JsonMappingException failure) {
    String expected =
        switch (failure) {
          case InvalidFormatException format when format.getTargetType().isEnum() ->
              "must be one of "
                  + Arrays.stream(format.getTargetType().getEnumConstants())
                      .map(
                          constant ->
                              constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .collect(Collectors.joining(", "));
          case InvalidFormatException format -> "must be " + form(format.getTargetType());
          case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
              "must be " + form(mismatch.getTargetType());
          default -> firstSentence(failure);
        };
    String path = path(failure);
    return Problems.invalid(path.isEmpty() ? "body" : path, expected);
  }

  private static String form(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "OffsetDateTime" -> "a date and time with offset, such as 2026-03-01T23:50:00-05:00";
      case "Instant" -> "an instant, such as 2026-03-01T23:50:00Z";
      case "LocalDate" -> "a date, such as 1950-03-21";
      case "LocalTime" -> "a time of day, such as 09:00";
      case "UUID" -> "a UUID";
      case "ZoneId" -> "a time zone, such as America/New_York";
      case "BigDecimal", "int", "long", "Integer", "Long", "double" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text";
      case "List", "ArrayList", "Set" -> "a list";
      default -> "an object";
    };
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String firstSentence(JsonProcessingException failure) {
    String message = String.valueOf(failure.getOriginalMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
