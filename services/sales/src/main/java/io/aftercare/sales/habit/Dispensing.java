package io.aftercare.sales.habit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medicine taken for long, handed to a known customer.
 *
 * @param substance ATC code of the substance, seven characters
 * @param line of the sale, from 1
 * @param day date of the sale by the store's clock
 * @param days how long the whole line lasts; absent where nobody knows
 */
public record Dispensing(
    UUID customerId,
    String substance,
    UUID saleId,
    int line,
    String brand,
    LocalDate day,
    @Nullable Integer days) {

  /** When the supply ends if nothing was left of an earlier one. */
  @Nullable LocalDate lastsUntil() {
    return days == null ? null : day.plusDays(days);
  }
}
