package io.aftercare.sales.sale;

import io.aftercare.kit.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the sales is asked for.
 *
 * @param storeId only this store's; all stores where absent
 * @param before the page starts after this place, counted from the newest; from the newest where
 *     absent
 */
record SalePage(
    @Nullable String storeId,
    @Nullable UUID customerId,
    @Nullable OffsetDateTime before,
    @Nullable UUID beforeId,
    int limit) {

  static final int MOST = 200;

  /** Reads a request's parameters; the cursor is one that {@link #cursor} gave out. */
  static SalePage of(
      @Nullable String storeId, @Nullable UUID customerId, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problems.invalid("limit", "must be from 1 to " + MOST);
    }
    if (cursor == null) {
      return new SalePage(storeId, customerId, null, null, limit);
    }
    try {
      String[] place =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/");
      return new SalePage(
          storeId, customerId, OffsetDateTime.parse(place[0]), UUID.fromString(place[1]), limit);
    } catch (IllegalArgumentException
        | DateTimeException
        | ArrayIndexOutOfBoundsException unknown) {
      throw Problems.invalid("cursor", "must be one that a list answered with");
    }
  }

  /** The place after this sale. */
  static String cursor(Sale last) {
    String place =
        last.posted().occurredAt().withOffsetSameInstant(ZoneOffset.UTC) + "/" + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
