package io.aftercare.followup.call;

import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Hours;
import io.aftercare.followup.window.Person;
import io.aftercare.followup.window.Slot;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lays the planned calls of a resting programme aside, so that the queue is as fast as without
 * them, and brings them back when it goes on: each in the window that is open then, or its next
 * one.
 */
@ApplicationScoped
class PauseCalls {

  private static final Logger LOG = Logger.getLogger(PauseCalls.class);
  private static final int BATCH = 500;

  /** By then every instance knows of the pause and plans no more calls of the programme. */
  private static final Duration ALL_KNOW = Duration.ofSeconds(15);

  private final PlannedCalls plannedCalls;
  private final Calls calls;
  private final Causes causes;
  private final Programmes programmes;
  private final CallWindow window;
  private final Outbox outbox;
  private final Clock clock;

  /** When the last walk through a resting programme's calls began. */
  private final Map<String, Instant> walked = new ConcurrentHashMap<>();

  PauseCalls(
      PlannedCalls plannedCalls,
      Calls calls,
      Causes causes,
      Programmes programmes,
      CallWindow window,
      Outbox outbox,
      Clock clock) {
    this.plannedCalls = plannedCalls;
    this.calls = calls;
    this.causes = causes;
    this.programmes = programmes;
    this.window = window;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Brings the calls in line with what rests and what does not. */
  @Scheduled(
      every = "${aftercare.programmes.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> settle() {
    Uni<Void> settled = Uni.createFrom().voidItem();
    for (Map.Entry<String, Instant> paused : programmes.paused().entrySet()) {
      settled = settled.chain(() -> pause(paused.getKey(), paused.getValue()));
    }
    walked.keySet().retainAll(programmes.paused().keySet());
    return settled.chain(this::resume);
  }

  /**
   * Walks at once, and once more when everybody knows; what is given back later the permit finds.
   */
  private Uni<Void> pause(String programme, Instant since) {
    Instant last = walked.get(programme);
    if (last != null && last.isAfter(since.plus(ALL_KNOW))) {
      return Uni.createFrom().voidItem();
    }
    walked.put(programme, clock.instant());
    return pauseAfter(programme, null);
  }

  private Uni<Void> pauseAfter(String programme, @Nullable UUID after) {
    return outbox
        .inTransaction(
            transaction ->
                plannedCalls
                    .toPause(transaction, programme, after, BATCH)
                    .invoke(found -> found.forEach(Call::pause))
                    .call(found -> calls.store(transaction, found)))
        .chain(
            found -> {
              if (!found.isEmpty()) {
                LOG.infof("Calls paused, programme=%s calls=%d", programme, found.size());
              }
              return found.size() < BATCH
                  ? Uni.createFrom().voidItem()
                  : pauseAfter(programme, found.getLast().id());
            });
  }

  private Uni<Void> resume() {
    List<String> going = programmes.keys().stream().filter(key -> !programmes.paused(key)).toList();
    return outbox
        .inTransaction(transaction -> resume(transaction, going))
        .chain(resumed -> resumed < BATCH ? Uni.createFrom().voidItem() : resume());
  }

  private Uni<Integer> resume(SqlConnection transaction, List<String> going) {
    return plannedCalls
        .toResume(transaction, going, BATCH)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(0)
                    : causes
                        .ofSales(
                            transaction,
                            found.stream().map(call -> call.origin().saleId()).toList())
                        .map(known -> bringBack(found, known))
                        .call(events -> calls.store(transaction, found))
                        .call(events -> outbox.append(transaction, events))
                        .replaceWith(found.size()));
  }

  private List<Event> bringBack(List<Call> found, Map<UUID, Cause> known) {
    Instant now = clock.instant();
    List<Event> events = new ArrayList<>(found.size());
    for (Call call : found) {
      Cause cause = known.get(call.origin().saleId());
      if (cause == null) {
        throw new IllegalStateException("The sale of call " + call.id() + " is not known");
      }
      call.planAnew(resumed(call.plan(), cause.person(), now));
      events.add(FollowUpEvents.planned(call, now, null));
    }
    LOG.infof("Calls resumed, calls=%d", found.size());
    return events;
  }

  /** Its own time while that is to come, else the window that is open or opens next. */
  private Plan resumed(Plan plan, Person person, Instant now) {
    if (plan.dueAt().isAfter(now)) {
      return plan.movedTo(window.atOrAfter(plan.dueAt(), person, Hours.DAY, plan.explained()));
    }
    if (now.isBefore(plan.closesAt())) {
      return plan;
    }
    Slot next = window.next(now, person, Hours.DAY, "programme resumed, next window");
    return Plan.at(next, window);
  }
}
