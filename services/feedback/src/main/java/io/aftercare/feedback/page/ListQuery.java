package io.aftercare.feedback.page;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list as it came, every part of it text: what is wrong is named here, all of it
 * together.
 */
public record ListQuery(
    @RestQuery @Parameter(description = "Only of this store.") @Nullable String storeId,
    @RestQuery
        @Parameter(
            description = "Only of this time or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @Nullable String from,
    @RestQuery
        @Parameter(
            description = "Only of earlier than this.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @Nullable String to,
    @RestQuery @Parameter(description = "Where the page begins, as the link to it says.")
        @Nullable String cursor,
    @RestQuery
        @Parameter(
            description = "Items in a page.",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    minimum = "1",
                    maximum = "200",
                    defaultValue = "50"))
        @Nullable String limit) {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Reads a query that has no more parameters than these.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  public Criteria criteria(UriInfo uri) {
    return criteria(uri, null, Set.of());
  }

  /**
   * Reads a query that may also ask for a status.
   *
   * @param statuses those that there are; when empty, there is no such parameter
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  public Criteria criteria(UriInfo uri, @Nullable String status, Set<String> statuses) {
    List<Violation> wrong = new ArrayList<>();
    Criteria criteria =
        new Criteria(
            storeId(wrong),
            time("from", from, wrong),
            time("to", to, wrong),
            null,
            after(wrong),
            limit(wrong));
    if (status != null && !statuses.contains(status)) {
      wrong.add(
          violation("status", "must be one of " + String.join(", ", new TreeSet<>(statuses))));
    }
    refuseUnknown(uri, !statuses.isEmpty(), wrong);
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
    return criteria.withStatus(status);
  }

  /** Whether the database has a place for this time. */
  static boolean storable(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }

  private @Nullable String storeId(List<Violation> wrong) {
    if (storeId != null && !storeId.matches("[A-Za-z0-9._-]{1,64}")) {
      wrong.add(violation("storeId", "must be 1 to 64 of A-Z a-z 0-9 . _ -"));
    }
    return storeId;
  }

  private static @Nullable Instant time(
      String field, @Nullable String text, List<Violation> wrong) {
    if (text == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (storable(time)) {
        return time.truncatedTo(ChronoUnit.MICROS);
      }
    } catch (DateTimeException notATime) {
      // Named below, like a time that no calendar needs.
    }
    wrong.add(
        violation(
            field,
            "must be a date and time with offset, such as 2026-03-01T00:00:00Z (write + as %2B)"));
    return null;
  }

  private @Nullable Cursor after(List<Violation> wrong) {
    if (cursor == null) {
      return null;
    }
    var place = Cursor.of(cursor);
    if (place.isEmpty()) {
      wrong.add(violation("cursor", "must be taken from the link of an earlier page"));
    }
    return place.orElse(null);
  }

  private int limit(List<Violation> wrong) {
    if (limit == null) {
      return USUAL;
    }
    if (limit.matches("[0-9]{1,3}")) {
      int wanted = Integer.parseInt(limit);
      if (wanted >= 1 && wanted <= MOST) {
        return wanted;
      }
    }
    wrong.add(violation("limit", "must be a number from 1 to " + MOST));
    return USUAL;
  }

  /** A filter with a slip in its name would otherwise show everything. */
  private static void refuseUnknown(UriInfo uri, boolean withStatus, List<Violation> wrong) {
    Set<String> known = new HashSet<>(Set.of("storeId", "from", "to", "cursor", "limit"));
    if (withStatus) {
      known.add("status");
    }
    uri.getQueryParameters().keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(
            name ->
                wrong.add(
                    violation(
                        name,
                        "is not known; known are " + String.join(", ", new TreeSet<>(known)))));
  }

  private static Violation violation(String field, String message) {
    return Violation.In.query.field(field).message(message);
  }
}
