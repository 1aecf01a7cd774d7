package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.refill.Supplies;
import io.aftercare.followup.window.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale, whose it is by now, and what told us of it.
 *
 * @param customerId the customer, or the one it was merged into
 * @param customer absent while we know nothing of them
 * @param supplies how long the customer's medicines last, by all sales that matter
 * @param traceparent W3C trace context of the event that makes us look at it; absent outside a
 *     trace
 */
record Cause(
    KnownSale sale,
    UUID customerId,
    @Nullable KnownCustomer customer,
    Supplies supplies,
    @Nullable String traceparent) {

  Cause with(Supplies all) {
    return new Cause(sale, customerId, customer, all, traceparent);
  }

  Person person() {
    return sale.person(customer);
  }

  /** Why the customer may not be called; absent when they may. */
  @Nullable String blocked() {
    return customer == null ? null : customer.blocked();
  }
}
