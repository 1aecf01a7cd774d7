package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.CallCost;
import io.aftercare.followup.call.CallState;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.CancelCalls;
import io.aftercare.followup.call.FollowUpEvents;
import io.aftercare.followup.call.LastAttempt;
import io.aftercare.followup.call.Plan;
import io.aftercare.followup.incident.FlagCustomer;
import io.aftercare.followup.incident.Incidents;
import io.aftercare.followup.number.NumberRequests;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the end of an attempt and what follows from it, in one transaction. */
@ApplicationScoped
class CloseAttempt {

  private static final Logger LOG = Logger.getLogger(CloseAttempt.class);

  private final DeskCalls deskCalls;
  private final Attempts attempts;
  private final Calls calls;
  private final Topics topics;
  private final CancelCalls cancelCalls;
  private final Incidents incidents;
  private final NumberRequests numberRequests;
  private final Programmes programmes;
  private final CallWindow window;
  private final RetryPolicy retryPolicy;
  private final CallCost cost;
  private final Outbox outbox;
  private final Clock clock;

  CloseAttempt(
      DeskCalls deskCalls,
      Attempts attempts,
      Calls calls,
      Topics topics,
      CancelCalls cancelCalls,
      Incidents incidents,
      NumberRequests numberRequests,
      Programmes programmes,
      CallWindow window,
      DeskRules rules,
      CallCost cost,
      Outbox outbox,
      Clock clock) {
    this.deskCalls = deskCalls;
    this.attempts = attempts;
    this.calls = calls;
    this.topics = topics;
    this.cancelCalls = cancelCalls;
    this.incidents = incidents;
    this.numberRequests = numberRequests;
    this.programmes = programmes;
    this.window = window;
    this.retryPolicy = new RetryPolicy(rules.retry(), window);
    this.cost = cost;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param allowed throws when the call, now locked, must not be closed by this agent
   * @return the call as it stands afterwards
   */
  Uni<CallView> close(Closing ended, Consumer<DeskCall> allowed) {
    return outbox.inTransaction(
        transaction ->
            lock(transaction, ended).chain(found -> once(transaction, found, ended, allowed)));
  }

  /**
   * Who moves other calls as well locks them all first, in order, so that two who do never wait for
   * each other.
   */
  private Uni<DeskCall> lock(SqlConnection transaction, Closing ended) {
    List<UUID> all = new ArrayList<>(ended.topics());
    all.add(ended.callId());
    Uni<DeskCall> locked =
        ended.topics().isEmpty()
            ? deskCalls.lock(transaction, ended.callId(), ended.epoch())
            : calls
                .lock(transaction, all)
                .chain(() -> deskCalls.lock(transaction, ended.callId(), ended.epoch()));
    return ended.outcome().disposition().stopsEverything()
        ? deskCalls
            .find(transaction, ended.callId(), ended.epoch())
            .chain(seen -> calls.lockOfCustomers(transaction, List.of(seen.call().customerId())))
            .chain(() -> locked)
        : locked;
  }

  private Uni<CallView> once(
      SqlConnection transaction, DeskCall found, Closing ended, Consumer<DeskCall> allowed) {
    return attempts
        .find(transaction, ended.callId(), ended.epoch())
        .chain(
            recorded -> {
              if (recorded.isPresent() && recorded.get().says(ended.agent(), ended.outcome())) {
                return Uni.createFrom().item(recorded.get().answer());
              }
              if (recorded.isPresent()) {
                throw DeskProblems.outcomeDiffers();
              }
              allowed.accept(found);
              return attempts
                  .began(transaction, ended.callId())
                  .chain(
                      began ->
                          topics
                              .find(transaction, ended.topics())
                              .chain(others -> write(transaction, found, ended, began, others)));
            });
  }

  private Uni<CallView> write(
      SqlConnection transaction,
      DeskCall found,
      Closing ended,
      List<Instant> earlier,
      List<Call> others) {
    Instant now = clock.instant();
    Call call = found.call();
    Call.Holding holding = call.holding();
    Instant dialled =
        holding == null || holding.permittedAt() == null ? now : holding.permittedAt();
    List<Instant> began = new ArrayList<>(earlier);
    began.add(dialled);
    int seconds = holding == null ? 0 : (int) Duration.between(dialled, now).toSeconds();
    // What was cancelled, or moved on, since the number was given out is nobody's topic any more.
    var conversation =
        new Conversation(
            call, others.stream().filter(each -> each.state() == CallState.PLANNED).toList());
    boolean finished = ended.outcome().disposition().finishes();
    call.tried(
        lastAttempt(ended, holding == null ? null : seconds),
        cost.of(conversation.leadingPart(seconds, finished)));
    RetryPolicy.Next next = follow(found, ended, began, now);
    conversation.follow(next, seconds, cost, window, found.person());
    CallView answer = CallView.of(call, programmes);
    LOG.infof(
        "Attempt recorded, call=%s epoch=%d agent=%s disposition=%s state=%s",
        call.id(),
        ended.epoch(),
        ended.agent(),
        ended.outcome().disposition().key(),
        call.state().key());
    var row =
        new Attempts.Ended(
            call.id(),
            ended.epoch(),
            found.owner().id(),
            ended.agent(),
            dialled,
            now,
            ended.outcome(),
            ended.noteId(),
            answer);
    List<Call> moved = new ArrayList<>(conversation.topics());
    moved.add(call);
    return calls
        .store(transaction, moved)
        .chain(() -> attempts.add(transaction, row))
        .chain(() -> outbox.append(transaction, events(conversation, now)))
        .chain(() -> beyond(transaction, found, ended, now))
        .replaceWith(answer);
  }

  private static List<Event> events(Conversation conversation, Instant now) {
    String trace = Event.currentTrace();
    List<Event> events = new ArrayList<>();
    events.add(FollowUpEvents.tried(conversation.leading(), now, trace));
    for (Call topic : conversation.topics()) {
      events.add(
          topic.state() == CallState.DONE
              ? FollowUpEvents.tried(topic, now, trace)
              : FollowUpEvents.planned(topic, now, trace));
    }
    return events;
  }

  /** Moves the call to where the attempt leaves it. */
  private RetryPolicy.Next follow(DeskCall found, Closing ended, List<Instant> began, Instant now) {
    Call call = found.call();
    var attempt =
        new RetryPolicy.Attempt(
            ended.outcome().disposition(),
            call.attempts(),
            now,
            ended.outcome().callBackAt(),
            ended.anotherNumber(),
            began,
            programme(call).map(Programme::retry).orElse(null));
    if (!call.customerId().equals(found.owner().id())) {
      call.belongTo(found.owner().id());
    }
    RetryPolicy.Next next = retryPolicy.after(attempt, found.person());
    switch (next) {
      case RetryPolicy.Next.Finished finished -> call.finish();
      case RetryPolicy.Next.Unreached unreached -> call.closeUnreached();
      case RetryPolicy.Next.Again again ->
          unlessCalledOff(found, () -> call.planAnew(Plan.at(again.slot(), window)));
      case RetryPolicy.Next.Promised promised ->
          unlessCalledOff(
              found, () -> call.promise(Plan.at(promised.slot(), window), ended.agent()));
    }
    return next;
  }

  /** The programme that made the call, in the version that did. */
  private Optional<Programme> programme(Call call) {
    return Optional.ofNullable(
        programmes.find(call.origin().programme(), call.origin().programmeVersion()));
  }

  /**
   * While the agent was on the phone the sale may have been voided or the customer may have said no
   * elsewhere.
   */
  private void unlessCalledOff(DeskCall found, Runnable planned) {
    String whyNot = found.whyNot(programmes);
    if (whyNot == null) {
      planned.run();
    } else {
      found.call().cancel(whyNot);
    }
  }

  /** What it means beyond this call. */
  private Uni<Void> beyond(SqlConnection transaction, DeskCall found, Closing ended, Instant now) {
    Disposition disposition = ended.outcome().disposition();
    UUID customer = found.owner().id();
    if (disposition.stopsEverything()) {
      return cancelCalls.cancel(
          transaction, Map.of(customer, disposition.key()), Event.currentTrace());
    }
    if (disposition == Disposition.WRONG_NUMBER && !ended.anotherNumber()) {
      return numberRequests.ask(
          transaction,
          customer,
          found.call().origin().storeId(),
          ended.callId(),
          ended.wanted(),
          now);
    }
    // An incident, whether or not more is said of it.
    return disposition == Disposition.ENDED_FOR_ABUSE
        ? incidents
            .open(
                transaction,
                FlagCustomer.Difficult.bare(ended.callId(), ended.agent()),
                customer,
                now)
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static LastAttempt lastAttempt(Closing ended, @Nullable Integer seconds) {
    Outcome outcome = ended.outcome();
    return new LastAttempt(
        outcome.disposition().key(),
        ended.agent(),
        seconds,
        outcome.satisfaction(),
        outcome.complaintCategory() == null ? null : outcome.complaintCategory().key());
  }
}
