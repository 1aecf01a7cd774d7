package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.CancelReason;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.refill.Supplies;
import io.aftercare.followup.window.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call with all that decides what may be done with it now.
 *
 * @param leaseRuns its holder's lease has not lapsed, by the database's clock
 * @param permit what was answered when a permit was asked for at the epoch in question; absent when
 *     none was
 * @param sale the sale it is about
 * @param owner who its customer's id stands for by now
 * @param event what happened to the sale and caused it; absent where the sale itself did
 */
record DeskCall(
    Call call,
    boolean leaseRuns,
    @Nullable Asked permit,
    KnownSale sale,
    Resolved owner,
    @Nullable KnownEvent event) {

  /**
   * What was answered to a request for a permit.
   *
   * @param refusal why not; absent when it was granted
   * @param topics the calls that are spoken of in the same conversation
   * @param numberMark of the number that was given out; absent when it was refused
   */
  record Asked(
      String agent,
      @Nullable String refusal,
      Instant expiresAt,
      List<UUID> topics,
      @Nullable String numberMark) {}

  /** What is spoken of in the same conversation. */
  List<UUID> topics() {
    return permit == null ? List.of() : permit.topics();
  }

  DeskCall causedBy(KnownEvent happened) {
    return new DeskCall(call, leaseRuns, permit, sale, owner, happened);
  }

  Person person() {
    return sale.person(owner.customer());
  }

  /**
   * The agent holds it at this epoch and may still be given the number.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with the reason when it was called off
   *     at this epoch, on its way to the phone; otherwise as {@link #requireHeldBy}
   */
  void requireOnItsWay(String agent, long epoch) {
    if (call.state() == CallState.CANCELLED && call.epoch() == epoch) {
      throw Refusal.named(String.valueOf(call.cancelReason()))
          .map(DeskProblems::refused)
          .orElseGet(DeskProblems::notYourCall);
    }
    requireHeldBy(agent, epoch);
  }

  /**
   * The agent holds it at this epoch.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it has moved on, or is somebody
   *     else's
   */
  void requireHeldBy(String agent, long epoch) {
    HeldCalls.requireHeld(call, epoch, agent);
  }

  boolean awaitsSupervisor(long epoch) {
    return call.state() == CallState.SUPERVISOR && call.epoch() == epoch;
  }

  boolean permitted() {
    Call.Holding holding = call.holding();
    return holding != null && holding.permittedAt() != null;
  }

  /**
   * Why it must not go back to the queue; absent when it may. While it was held, its sale or
   * customer may have changed.
   */
  @Nullable String whyNot(Programmes programmes) {
    KnownCustomer customer = owner.customer();
    if (customer != null && customer.blocked() != null) {
      return customer.blocked();
    }
    if (call.origin().isIncoming()) {
      return null;
    }
    if (sale.voided()) {
      return CancelReason.SALE_VOIDED;
    }
    boolean deserved =
        programmes
            .contacts(Map.of(call.origin().programme(), call.origin().programmeVersion()))
            .of(sale, customer, event, Supplies.only(sale))
            .stream()
            .anyMatch(
                contact ->
                    contact.programme().key().equals(call.origin().programme())
                        && contact.step().number() == call.origin().step());
    return deserved ? null : CancelReason.RETURNED;
  }
}
