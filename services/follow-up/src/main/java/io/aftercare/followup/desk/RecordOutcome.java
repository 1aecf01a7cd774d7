package io.aftercare.followup.desk;

import io.aftercare.followup.incident.FlagCustomer;
import io.aftercare.followup.incident.Incidents;
import io.aftercare.followup.note.CustomerNotes;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.kit.batch.SqlFailure;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records what an attempt found. What belongs in the customer's file (a note, a wrong number, "do
 * not call", a death, a talk that had to be ended) is stored there first: where that cannot be
 * done, nothing is stored here, and the agent keeps what was typed. The same outcome again gets its
 * first answer.
 */
@ApplicationScoped
class RecordOutcome {

  private static final int TRIES_AGAINST_OTHERS = 3;

  /** Further ahead it is a slip of the pen. */
  private static final Duration FURTHEST_PROMISE = Duration.ofDays(90);

  private final Pool pool;
  private final DeskCalls deskCalls;
  private final Attempts attempts;
  private final CustomerFiles customerFiles;
  private final CustomerNotes notes;
  private final FlagCustomer flagCustomer;
  private final CloseAttempt closeAttempt;
  private final Incidents incidents;
  private final AccessLog accessLog;
  private final CallWindow window;
  private final Clock clock;

  RecordOutcome(
      Pool pool,
      DeskCalls deskCalls,
      Attempts attempts,
      CustomerFiles customerFiles,
      CustomerNotes notes,
      FlagCustomer flagCustomer,
      CloseAttempt closeAttempt,
      Incidents incidents,
      AccessLog accessLog,
      CallWindow window,
      Clock clock) {
    this.pool = pool;
    this.deskCalls = deskCalls;
    this.attempts = attempts;
    this.customerFiles = customerFiles;
    this.notes = notes;
    this.flagCustomer = flagCustomer;
    this.closeAttempt = closeAttempt;
    this.incidents = incidents;
    this.accessLog = accessLog;
    this.window = window;
    this.clock = clock;
  }

  /**
   * @param supervisor may also say what came of a call that awaits a supervisor
   * @return the call as it stands after the attempt
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 when nothing can be
   *     promised for the time given, 404 when there is no such call, 409 when the agent does not
   *     hold it at this epoch or has no permit, 503 when the customer's file is out of reach
   */
  Uni<CallView> record(UUID id, long epoch, Outcome outcome, String agent, boolean supervisor) {
    return pool.withConnection(connection -> look(connection, id, epoch))
        .chain(
            seen ->
                seen.recorded().isPresent()
                    ? repeat(seen, seen.recorded().get(), outcome, agent)
                    : first(seen.found(), epoch, outcome, agent, supervisor));
  }

  private record Seen(DeskCall found, Optional<Attempts.Recorded> recorded) {}

  private Uni<Seen> look(SqlConnection connection, UUID id, long epoch) {
    return deskCalls
        .find(connection, id, epoch)
        .chain(
            found ->
                attempts.find(connection, id, epoch).map(recorded -> new Seen(found, recorded)));
  }

  private Uni<CallView> repeat(
      Seen seen, Attempts.Recorded recorded, Outcome outcome, String agent) {
    if (!recorded.says(agent, outcome)) {
      throw DeskProblems.outcomeDiffers();
    }
    List<UUID> read = List.of(seen.found().owner().id());
    return pool.withTransaction(
            transaction ->
                accessLog.read(transaction, agent, Reasons.CALL, "POST /calls/{id}/outcome", read))
        .replaceWith(recorded.answer());
  }

  private Uni<CallView> first(
      DeskCall found, long epoch, Outcome outcome, String agent, boolean supervisor) {
    requireTold(found, epoch, agent, supervisor);
    requireKept(found, outcome);
    return warned(found, outcome)
        .chain(() -> tellFile(found, outcome, agent))
        .chain(told -> close(found, epoch, outcome, told, agent, supervisor));
  }

  /**
   * Two agents of one household, or a customer who changes meanwhile, may get in each other's way:
   * once more.
   */
  private Uni<CallView> close(
      DeskCall found, long epoch, Outcome outcome, Told told, String agent, boolean supervisor) {
    UUID id = found.call().id();
    return Uni.createFrom()
        .deferred(
            () ->
                closeAttempt.close(
                    new Closing(
                        id, epoch, outcome, told.noteId(), told.dial(), agent, found.topics()),
                    locked -> requireTold(locked, epoch, agent, supervisor)))
        .onFailure(failure -> SqlFailure.of(failure) == SqlFailure.CONFLICT)
        .retry()
        .atMost(TRIES_AGAINST_OTHERS);
  }

  private static void requireTold(DeskCall found, long epoch, String agent, boolean supervisor) {
    if (supervisor && found.awaitsSupervisor(epoch)) {
      return;
    }
    found.requireHeldBy(agent, epoch);
    if (!found.permitted()) {
      throw DeskProblems.noPermit();
    }
  }

  /** Nobody is cut off who was not told so before. */
  private Uni<Void> warned(DeskCall found, Outcome outcome) {
    return outcome.disposition() != Disposition.ENDED_FOR_ABUSE
        ? Uni.createFrom().voidItem()
        : pool.withConnection(connection -> incidents.warned(connection, found.call().id()))
            .invoke(
                warned -> {
                  if (!warned) {
                    throw DeskProblems.noWarning();
                  }
                })
            .replaceWithVoid();
  }

  /** A promise that cannot be kept is not made. */
  private void requireKept(DeskCall found, Outcome outcome) {
    Instant at = outcome.callBackAt();
    if (at == null) {
      return;
    }
    if (!at.isAfter(clock.instant())) {
      throw Problems.invalid("callBackAt", "must lie in the future");
    }
    if (at.isAfter(clock.instant().plus(FURTHEST_PROMISE))) {
      throw Problems.invalid("callBackAt", "must lie within the next 90 days");
    }
    String objection = window.objection(at, found.person());
    if (objection != null) {
      throw Problems.invalid("callBackAt", objection);
    }
  }

  /**
   * What the customer's file made of it.
   *
   * @param noteId absent without a note
   * @param dial whether a number is left to dial; absent where none was found wrong
   */
  private record Told(@Nullable UUID noteId, CustomerFiles.@Nullable Dial dial) {}

  private Uni<Told> tellFile(DeskCall found, Outcome outcome, String agent) {
    UUID customer = found.owner().id();
    UUID call = found.call().id();
    return note(customer, call, outcome, agent)
        .chain(
            noteId ->
                switch (outcome.disposition()) {
                  case DO_NOT_CALL ->
                      customerFiles.doNotCall(customer, call).replaceWith(new Told(noteId, null));
                  case DECEASED ->
                      customerFiles.deceased(customer, call).replaceWith(new Told(noteId, null));
                  case WRONG_NUMBER ->
                      wrongNumber(found, agent).map(dial -> new Told(noteId, dial));
                  case ENDED_FOR_ABUSE ->
                      flagCustomer
                          .flag(customer, FlagCustomer.Difficult.bare(call, agent))
                          .replaceWith(new Told(noteId, null));
                  default -> Uni.createFrom().item(new Told(noteId, null));
                });
  }

  private Uni<@Nullable UUID> note(UUID customer, UUID call, Outcome outcome, String agent) {
    return outcome.note() == null
        ? Uni.createFrom().nullItem()
        : notes.write(customer, call, agent, outcome.note());
  }

  /** Marks the number that was dialled, and gives whether another is left. */
  private Uni<CustomerFiles.Dial> wrongNumber(DeskCall found, String agent) {
    UUID customer = found.owner().id();
    UUID call = found.call().id();
    String dialled = found.permit() == null ? null : found.permit().numberMark();
    // Nothing was dialled where the customer rang us.
    Uni<Void> marked =
        dialled == null
            ? Uni.createFrom().voidItem()
            : customerFiles.wrongNumber(customer, call, dialled);
    return marked
        .chain(() -> customerFiles.mayDial(customer, call, agent))
        .invoke(RecordOutcome::requireAnswer);
  }

  private static void requireAnswer(CustomerFiles.Dial answer) {
    if (answer instanceof CustomerFiles.Dial.Refused(Refusal refusal)
        && refusal == Refusal.PROFILE_UNAVAILABLE) {
      throw DeskProblems.profileUnavailable();
    }
  }
}
