package io.aftercare.followup.programme;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger is asked about: one line of one sale, and the age of the customer on that day.
 * Only the month of birth is known, so in the month of a birthday both ages are possible.
 *
 * @param youngest age in full years if the birthday is still to come that month; absent where
 *     unknown
 * @param oldest age in full years if it has been; absent where unknown
 * @param segments those the customer belongs to
 * @param event what happened to the sale; absent where the sale itself is the reason
 */
record Facts(
    KnownSale sale,
    KnownSale.Line line,
    @Nullable Integer youngest,
    @Nullable Integer oldest,
    Set<String> segments,
    @Nullable String event) {

  static Facts of(
      KnownSale sale,
      KnownSale.Line line,
      @Nullable KnownCustomer customer,
      @Nullable KnownEvent event) {
    String happened = event == null ? null : event.event();
    Set<String> segments = customer == null ? Set.of() : customer.segments();
    YearMonth born = customer == null ? null : customer.birthMonth();
    if (born == null) {
      return new Facts(sale, line, null, null, segments, happened);
    }
    long months = ChronoUnit.MONTHS.between(born, YearMonth.from(sale.date()));
    int oldest = Math.floorDiv((int) months, 12);
    int youngest = Math.floorDiv((int) months - 1, 12);
    return new Facts(sale, line, youngest, oldest, segments, happened);
  }

  /** The same, had the sale been another. */
  Facts about(KnownSale other) {
    return new Facts(other, line, youngest, oldest, segments, event);
  }
}
