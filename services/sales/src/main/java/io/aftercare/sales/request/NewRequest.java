package io.aftercare.sales.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service request as the counter asks for it.
 *
 * @param clientRequestId the store's own number for it; the same again is the same request
 * @param saleId a sale of this store; the customer is taken from it
 * @param promisedAt until when it is to be done, with offset
 */
record NewRequest(
    @Nullable
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
        String clientRequestId,
    ServiceRequest.@NotNull Kind kind,
    @Nullable UUID saleId,
    @Nullable UUID customerId,
    @NotNull OffsetDateTime promisedAt) {

  /** For the API description. */
  static final String EXAMPLE =
      """
      {
        "clientRequestId": "till-3-d-000012",
        "kind": "delivery",
        "saleId": "0198c1f2-7d5e-7c3a-9f10-2b6f0e9a4c55",
        "promisedAt": "2026-03-04T18:00:00-05:00"
      }
      """;

  /** The promise as fine as the database keeps it. */
  Instant promise() {
    return promisedAt.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The fields in which another differs. */
  List<String> differences(NewRequest other) {
    List<String> fields = new ArrayList<>();
    differ(fields, "kind", kind, other.kind);
    differ(fields, "saleId", saleId, other.saleId);
    differ(fields, "customerId", customerId, other.customerId);
    differ(fields, "promisedAt", promise(), other.promise());
    return fields;
  }

  private static void differ(
      List<String> fields, String name, @Nullable Object one, @Nullable Object other) {
    if (!Objects.equals(one, other)) {
      fields.add(name);
    }
  }
}
