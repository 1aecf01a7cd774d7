package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.programme.Cap;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.CallWindow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the number to dial, once per claim: after the sale, the hour, the caps and, in the
 * moment itself, the customer's file have been asked. A refusal takes the call from the agent;
 * asking again with the same epoch gives the same answer.
 */
@ApplicationScoped
class GrantPermit {

  private static final Logger LOG = Logger.getLogger(GrantPermit.class);

  /** A week and a day: enough for any zone's week. */
  private static final Duration CAPS_LOOK_BACK = Duration.ofDays(8);

  private final Pool pool;
  private final DeskCalls deskCalls;
  private final Attempts attempts;
  private final CustomerFiles customerFiles;
  private final Topics topics;
  private final Settled settled;
  private final RefusePermit refusePermit;
  private final Permits permits;
  private final Programmes programmes;
  private final CallWindow window;
  private final CallCaps caps;
  private final DeskRules rules;
  private final Clock clock;

  GrantPermit(
      Pool pool,
      DeskCalls deskCalls,
      Attempts attempts,
      CustomerFiles customerFiles,
      Topics topics,
      Settled settled,
      RefusePermit refusePermit,
      Permits permits,
      Programmes programmes,
      CallWindow window,
      DeskRules rules,
      Clock clock) {
    this.pool = pool;
    this.deskCalls = deskCalls;
    this.attempts = attempts;
    this.customerFiles = customerFiles;
    this.topics = topics;
    this.settled = settled;
    this.refusePermit = refusePermit;
    this.permits = permits;
    this.programmes = programmes;
    this.window = window;
    this.caps = new CallCaps(rules.caps());
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     call; 409 when the agent does not hold it at this epoch, or the permit is refused
   */
  Uni<PermitView> grant(UUID id, long epoch, String agent) {
    return pool.withConnection(connection -> deskCalls.find(connection, id, epoch))
        .chain(found -> answer(found, epoch, agent));
  }

  private Uni<PermitView> answer(DeskCall found, long epoch, String agent) {
    DeskCall.Asked before = found.permit();
    if (before != null && before.agent().equals(agent)) {
      return repeat(found, before, epoch, agent);
    }
    found.requireOnItsWay(agent, epoch);
    if (!found.leaseRuns()) {
      throw DeskProblems.staleEpoch();
    }
    Instant now = clock.instant();
    return objection(found, now)
        .chain(
            objection ->
                objection == null
                    ? ask(found, agent, now)
                    : refusePermit.refuse(found, objection, agent, now));
  }

  /**
   * The same answer as before. The number is not kept here, so it is asked for again, and what is
   * new is respected.
   */
  private Uni<PermitView> repeat(DeskCall found, DeskCall.Asked before, long epoch, String agent) {
    if (before.refusal() != null) {
      throw DeskProblems.refused(
          Refusal.named(before.refusal()).orElse(Refusal.PROFILE_UNAVAILABLE));
    }
    found.requireHeldBy(agent, epoch);
    return customerFiles
        .mayDial(found.owner().id(), found.call().id(), agent)
        .chain(
            answer ->
                switch (answer) {
                  case CustomerFiles.Dial.Allowed allowed ->
                      pool.withConnection(
                              connection ->
                                  permits
                                      .remember(connection, found, allowed.mark())
                                      .chain(() -> topics.find(connection, before.topics())))
                          .map(others -> view(allowed, before.expiresAt(), others));
                  case CustomerFiles.Dial.Refused(Refusal refusal) ->
                      throw DeskProblems.refused(refusal);
                });
  }

  /** Why we ourselves would not dial; absent when the customer's file may be asked. */
  private Uni<RefusePermit.@Nullable Objection> objection(DeskCall found, Instant now) {
    // What was promised to who rang is kept, whatever became of what they bought.
    if (found.sale().voided() && !found.call().origin().isIncoming()) {
      return Uni.createFrom().item(new RefusePermit.Objection(Refusal.SALE_VOIDED, null));
    }
    boolean inWindow =
        !now.isBefore(found.call().plan().dueAt()) && now.isBefore(found.call().plan().closesAt());
    if (!inWindow || !window.lawful(now, found.person())) {
      return Uni.createFrom().item(new RefusePermit.Objection(Refusal.OUTSIDE_HOURS, null));
    }
    Call call = found.call();
    Programme programme =
        programmes.find(call.origin().programme(), call.origin().programmeVersion());
    if (programmes.paused(call.origin().programme()) && call.priority() > 1) {
      return Uni.createFrom().item(new RefusePermit.Objection(Refusal.PROGRAMME_PAUSED, null));
    }
    return pool.withConnection(
        connection ->
            capped(connection, found, now)
                .chain(
                    capped ->
                        capped != null || programme == null || programme.cap() == null
                            ? Uni.createFrom().item(capped)
                            : capped(connection, found, programme.cap(), now))
                .chain(
                    capped ->
                        capped == null ? done(connection, found) : Uni.createFrom().item(capped)));
  }

  private Uni<RefusePermit.@Nullable Objection> done(SqlConnection connection, DeskCall found) {
    return settled
        .of(connection, found)
        .map(done -> done ? new RefusePermit.Objection(Refusal.REFILLED, null) : null);
  }

  private Uni<RefusePermit.@Nullable Objection> capped(
      SqlConnection connection, DeskCall found, Instant now) {
    return attempts
        .answered(connection, found.owner().id(), now.minus(CAPS_LOOK_BACK))
        .map(
            answered -> {
              CallCaps.Reached reached =
                  caps.reached(found.call().priority(), answered, now, found.person().zone());
              return reached == null
                  ? null
                  : new RefusePermit.Objection(reached.refusal(), reached.until());
            });
  }

  /** The programme's own cap; what was promised is kept all the same. */
  private Uni<RefusePermit.@Nullable Objection> capped(
      SqlConnection connection, DeskCall found, Cap cap, Instant now) {
    if (found.call().priority() <= 1) {
      return Uni.createFrom().nullItem();
    }
    String programme = found.call().origin().programme();
    return attempts
        .answered(connection, found.owner().id(), now.minus(Duration.ofDays(cap.days())), programme)
        .map(
            answered ->
                answered < cap.answered()
                    ? null
                    : new RefusePermit.Objection(Refusal.PROGRAMME_CAP, null));
  }

  private Uni<PermitView> ask(DeskCall found, String agent, Instant now) {
    return customerFiles
        .mayDial(found.owner().id(), found.call().id(), agent)
        .chain(
            answer ->
                switch (answer) {
                  case CustomerFiles.Dial.Allowed allowed -> give(found, allowed, agent, now);
                  case CustomerFiles.Dial.Refused(Refusal refusal) ->
                      refusePermit.refuse(
                          found, new RefusePermit.Objection(refusal, null), agent, now);
                });
  }

  private Uni<PermitView> give(
      DeskCall found, CustomerFiles.Dial.Allowed allowed, String agent, Instant now) {
    UUID id = found.call().id();
    long epoch = found.call().epoch();
    Instant expires = now.plus(rules.permit());
    return pool.withTransaction(
            connection ->
                topics
                    .of(connection, found, agent, now)
                    .chain(
                        others ->
                            permits
                                .grant(connection, found, allowed.mark(), agent, now, others)
                                .map(given -> new Given(given, others))))
        .call(given -> given.granted() ? Uni.createFrom().voidItem() : whyNot(id, epoch, agent))
        .map(
            given -> {
              LOG.infof(
                  "Permit granted, call=%s epoch=%d agent=%s topics=%d",
                  id, epoch, agent, given.topics().size());
              return view(allowed, expires, given.topics());
            });
  }

  /**
   * What came of a grant.
   *
   * @param granted the permit is new
   */
  private record Given(boolean granted, List<Call> topics) {}

  private PermitView view(CustomerFiles.Dial.Allowed allowed, Instant expires, List<Call> others) {
    return new PermitView(
        allowed.number(),
        allowed.callee(),
        expires,
        others.stream().map(call -> TopicView.of(call, programmes)).toList());
  }

  /**
   * Fails with what became of the call while the customer's file was asked; completes when the same
   * request, sent twice, has got its permit meanwhile.
   */
  private Uni<Void> whyNot(UUID id, long epoch, String agent) {
    return pool.withConnection(connection -> deskCalls.find(connection, id, epoch))
        .invoke(
            found -> {
              found.requireOnItsWay(agent, epoch);
              if (!found.permitted()) {
                throw DeskProblems.staleEpoch();
              }
            })
        .replaceWithVoid();
  }
}
