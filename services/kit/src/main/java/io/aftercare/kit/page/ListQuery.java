package io.aftercare.kit.page;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list as it came, every part of it text. A list adds its filters as parameters of
 * its own and reads them all before it looks whether they are sound: what is wrong is named
 * together, and a parameter that nobody read is not known.
 */
public abstract class ListQuery {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Context UriInfo uri;

  @RestQuery
  @Parameter(description = "Where the page begins, as the link to it says.")
  @Nullable String cursor;

  @RestQuery
  @Parameter(
      description = "Items in a page.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  @Nullable String limit;

  private final SortedSet<String> known = new TreeSet<>();
  private final List<Violation> wrong = new ArrayList<>();

  /** For the framework, which fills in the parameters. */
  @SuppressWarnings("NullAway.Init")
  protected ListQuery() {}

  /**
   * Hands on what was read of all parameters.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  protected final <T> T sound(T read) {
    // A filter with a slip in its name would otherwise show everything.
    SortedSet<String> unknown = new TreeSet<>(uri.getQueryParameters().keySet());
    unknown.removeAll(known);
    unknown.forEach(name -> refuse(name, "is not known; known are " + String.join(", ", known)));
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
    return read;
  }

  /** Items in a page. */
  protected final int limit() {
    return read("limit", limit, "must be a number from 1 to " + MOST, ListQuery::size)
        .orElse(USUAL);
  }

  /** Where the page begins in a list by time and id; at the newest when absent. */
  protected final @Nullable Cursor after() {
    return read("cursor", cursor, "must be taken from the link of an earlier page", Cursor::of)
        .orElse(null);
  }

  /** Where the page begins in a list by id alone; at the first when absent. */
  protected final @Nullable UUID afterId() {
    return uuid("cursor", cursor);
  }

  /** Where the page begins in a list by number, counting down; at the highest when absent. */
  protected final long before() {
    return read(
            "cursor",
            cursor,
            "must be taken from the link of an earlier page",
            text -> Optional.of(text).filter(it -> it.matches("[0-9]{1,18}")).map(Long::valueOf))
        .orElse(Long.MAX_VALUE);
  }

  protected final @Nullable UUID uuid(String name, @Nullable String value) {
    return read(
            name,
            value,
            "must be a UUID",
            text -> Optional.of(text).filter(UUID_FORM.asMatchPredicate()).map(UUID::fromString))
        .orElse(null);
  }

  /** A time with offset, as fine as the database keeps it. */
  protected final @Nullable Instant time(String name, @Nullable String value) {
    return read(
            name,
            value,
            "must be a date and time with offset, such as 2026-03-01T00:00:00Z (write + as %2B)",
            ListQuery::instant)
        .orElse(null);
  }

  /**
   * @param key names a choice, as callers write it
   */
  protected final <T> @Nullable T oneOf(
      String name, @Nullable String value, Collection<T> choices, Function<T, String> key) {
    String keys = choices.stream().map(key).collect(Collectors.joining(", "));
    return read(
            name,
            value,
            "must be one of " + keys,
            text -> choices.stream().filter(choice -> key.apply(choice).equals(text)).findFirst())
        .orElse(null);
  }

  /**
   * @param form a regular expression of all of it
   * @param must says the form in words, such as {@code must be 1 to 8 digits}
   */
  protected final @Nullable String text(
      String name, @Nullable String value, String form, String must) {
    return read(name, value, must, text -> Optional.of(text).filter(it -> it.matches(form)))
        .orElse(null);
  }

  /** Whether the database has a place for this time. */
  static boolean storable(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }

  private <T> Optional<T> read(
      String name, @Nullable String value, String must, Function<String, Optional<T>> form) {
    known.add(name);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> read = form.apply(value);
    if (read.isEmpty()) {
      refuse(name, must);
    }
    return read;
  }

  /** Notes what is wrong with a parameter. */
  protected final void refuse(String name, String message) {
    wrong.add(Violation.In.query.field(name).message(message));
  }

  private static Optional<Integer> size(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(size -> size >= 1 && size <= MOST);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(ListQuery::storable)
          .map(time -> time.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
