package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.LastAttempt;
import io.aftercare.followup.call.Origin;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Script;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as the desk sees it.
 *
 * @param epoch to be sent with every write
 * @param holder the subject of who holds it; absent when nobody does
 * @param leaseUntil until when it is held without a heartbeat, by the database's clock; absent when
 *     nobody holds it
 * @param reason why it is made, in plain words
 * @param dueExplained how its time was found
 * @param language primary subtag of the language that its step is held in; absent where the
 *     customer's own counts
 * @param disposition what the last attempt found; absent before the first
 * @param cancelReason why it will not be made; only when cancelled or too late
 * @param permitted the number has been given out for the present attempt
 */
record CallView(
    UUID id,
    long epoch,
    String state,
    @Nullable String holder,
    @Nullable Instant leaseUntil,
    UUID saleId,
    UUID customerId,
    String storeId,
    String programme,
    String programmeName,
    int step,
    int priority,
    String reason,
    Instant dueAt,
    Instant closesAt,
    String dueExplained,
    int attempts,
    ScriptView script,
    @Nullable String language,
    @Nullable String disposition,
    @Nullable String cancelReason,
    boolean permitted) {

  /** What the agent may lean on; the last line is the red flag. */
  record ScriptView(String title, List<String> lines) {

    static final ScriptView NONE = new ScriptView("", List.of());

    static ScriptView of(Script script) {
      return new ScriptView(script.title(), script.shown());
    }
  }

  static CallView of(Call call, Programmes programmes) {
    Origin origin = call.origin();
    Call.Holding holding = call.holding();
    LastAttempt last = call.last();
    Programme programme = programmes.find(origin.programme(), origin.programmeVersion());
    return new CallView(
        call.id(),
        call.epoch(),
        call.state().key(),
        holding == null ? null : holding.agent(),
        holding == null ? null : holding.leaseUntil(),
        origin.saleId(),
        call.customerId(),
        origin.storeId(),
        origin.programme(),
        programme == null ? origin.programme() : programme.name(),
        origin.step(),
        call.priority(),
        origin.reason(),
        call.plan().dueAt(),
        call.plan().closesAt(),
        call.plan().explained(),
        call.attempts(),
        programme == null ? ScriptView.NONE : ScriptView.of(programme.script(origin.step())),
        origin.language(),
        last == null ? null : last.disposition(),
        call.cancelReason(),
        holding != null && holding.permittedAt() != null);
  }
}
