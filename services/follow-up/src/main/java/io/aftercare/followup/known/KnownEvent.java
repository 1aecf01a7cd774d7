package io.aftercare.followup.known;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened to a sale and can be a reason to call.
 *
 * @param id causes the contacts: one per event, programme and step
 * @param event its name, as triggers say it
 * @param at when it happened
 * @param lines the lines it is about; empty for the whole sale
 */
public record KnownEvent(UUID id, String event, UUID saleId, Instant at, List<Integer> lines) {

  public static final String PRODUCT_RECALLED = "product-recalled";
  public static final String COMPLAINT_RESOLVED = "complaint-resolved";

  /** Whether it is about this line; what came back is no concern of a recall any more. */
  public boolean about(KnownSale.Line line) {
    return (lines.isEmpty() || lines.contains(line.number()))
        && !(event.equals(PRODUCT_RECALLED) && line.returned());
  }
}
