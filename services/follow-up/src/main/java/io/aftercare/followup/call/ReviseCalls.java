package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownEvents;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.message.PlanMessages;
import io.aftercare.followup.message.ReviseMessages;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings the calls of sales in line with what is known now: missing ones are added, others moved or
 * cancelled. A call goes by the version of the programme that made it.
 */
@ApplicationScoped
class ReviseCalls {

  private static final Logger LOG = Logger.getLogger(ReviseCalls.class);

  private final Calls calls;
  private final KnownEvents events;
  private final NewCalls newCalls;
  private final ReviseMessages reviseMessages;
  private final PlanMessages planMessages;
  private final Programmes programmes;
  private final CallWindow window;
  private final Outbox outbox;
  private final Clock clock;

  ReviseCalls(
      Calls calls,
      KnownEvents events,
      NewCalls newCalls,
      ReviseMessages reviseMessages,
      PlanMessages planMessages,
      Programmes programmes,
      CallWindow window,
      Outbox outbox,
      Clock clock) {
    this.calls = calls;
    this.events = events;
    this.newCalls = newCalls;
    this.reviseMessages = reviseMessages;
    this.planMessages = planMessages;
    this.programmes = programmes;
    this.window = window;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What becomes of the calls of one sale. */
  record Judged(Cause cause, Revision revision, Contacts messages) {

    Judged withoutNew() {
      return new Judged(cause, new Revision(revision.changed(), List.of()), messages.withoutNew());
    }
  }

  /**
   * What is said without a call.
   *
   * @param deserved what the sale and what happened to it deserve now
   * @param whyNot by cause, why it is called off where it is no longer deserved
   * @param adding what is missing is added
   */
  record Contacts(List<Occasion> deserved, Map<UUID, String> whyNot, boolean adding) {

    Contacts withoutNew() {
      return new Contacts(deserved, whyNot, false);
    }
  }

  /**
   * @param whyNot why a call is cancelled that is no longer deserved; a void says so itself
   */
  Uni<Void> revise(SqlConnection transaction, List<Cause> causes, String whyNot) {
    return revise(transaction, causes, whyNot, UnaryOperator.identity());
  }

  /** The same for what is there: nothing is added. */
  Uni<Void> reviseOnly(SqlConnection transaction, List<Cause> causes, String whyNot) {
    return revise(transaction, causes, whyNot, Judged::withoutNew);
  }

  private Uni<Void> revise(
      SqlConnection transaction, List<Cause> causes, String whyNot, UnaryOperator<Judged> part) {
    if (causes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> sales = causes.stream().map(cause -> cause.sale().id()).toList();
    return calls
        .lockOfSales(transaction, sales)
        .chain(existing -> judge(transaction, causes, existing, whyNot, false))
        .map(judged -> judged.stream().map(part).toList())
        .chain(judged -> write(transaction, judged));
  }

  /**
   * What would become of them; nothing is written.
   *
   * @param existing all calls of these sales; they are moved
   * @param adopting they go over to the programmes in force
   */
  Uni<List<Judged>> judge(
      SqlConnection connection,
      List<Cause> causes,
      List<Call> existing,
      String whyNot,
      boolean adopting) {
    List<UUID> sales = causes.stream().map(cause -> cause.sale().id()).toList();
    Map<UUID, List<Call>> bySale =
        existing.stream().collect(Collectors.groupingBy(call -> call.origin().saleId()));
    return events
        .ofSales(connection, sales)
        .map(
            happened ->
                causes.stream()
                    .map(
                        cause -> {
                          UUID sale = cause.sale().id();
                          List<Call> ofSale = bySale.getOrDefault(sale, List.of());
                          List<Contact> deserved =
                              deserved(
                                  cause,
                                  happened.getOrDefault(sale, List.of()),
                                  adopting ? Map.of() : versions(ofSale));
                          Revision.Terms terms = terms(cause, whyNot, adopting);
                          return new Judged(
                              cause,
                              Revision.of(
                                  cause,
                                  ofSale,
                                  deserved.stream().filter(Contact::isCall).toList(),
                                  terms),
                              messages(
                                  cause,
                                  happened.getOrDefault(sale, List.of()),
                                  deserved,
                                  terms.whyNot()));
                        })
                    .toList());
  }

  private List<Contact> deserved(
      Cause cause, List<KnownEvent> happened, Map<String, Integer> versions) {
    DeservedContacts contacts = programmes.contacts(versions);
    List<Contact> deserved =
        new ArrayList<>(contacts.of(cause.sale(), cause.customer(), null, cause.supplies()));
    for (KnownEvent event : happened) {
      deserved.addAll(contacts.of(cause.sale(), cause.customer(), event, cause.supplies()));
    }
    return deserved;
  }

  private Contacts messages(
      Cause cause, List<KnownEvent> happened, List<Contact> deserved, String whyNot) {
    Map<UUID, String> reasons = new HashMap<>();
    reasons.put(cause.sale().id(), whyNot);
    happened.forEach(event -> reasons.put(event.id(), whyNot));
    return new Contacts(
        deserved.stream()
            .filter(contact -> !contact.isCall())
            .map(contact -> newCalls.occasion(contact, cause))
            .toList(),
        reasons,
        true);
  }

  private Revision.Terms terms(Cause cause, String whyNot, boolean adopting) {
    Instant now = clock.instant();
    return new Revision.Terms(
        cause.sale().voided() ? CancelReason.SALE_VOIDED : whyNot,
        window,
        now,
        contact -> newCalls.of(contact, cause, now),
        adopting);
  }

  /** Which version of each programme made the calls that are open. */
  private static Map<String, Integer> versions(List<Call> calls) {
    Map<String, Integer> versions = new HashMap<>();
    for (Call call : calls) {
      if (call.isOpen()) {
        versions.put(call.origin().programme(), call.origin().programmeVersion());
      }
    }
    return versions;
  }

  /** Writes it down and tells it. */
  Uni<Void> write(SqlConnection transaction, List<Judged> judged) {
    List<Call> changed =
        judged.stream().flatMap(each -> each.revision().changed().stream()).toList();
    List<Call> missing = judged.stream().flatMap(each -> each.revision().added().stream()).toList();
    return calls
        .store(transaction, changed)
        .chain(() -> calls.add(transaction, missing))
        .chain(added -> tell(transaction, judged, changed, added))
        .chain(() -> reviseMessages(transaction, judged));
  }

  private Uni<Void> tell(
      SqlConnection transaction, List<Judged> judged, List<Call> changed, List<Call> added) {
    Instant now = clock.instant();
    Map<UUID, Cause> causes =
        judged.stream()
            .collect(
                Collectors.toMap(each -> each.cause().sale().id(), Judged::cause, (a, b) -> a));
    List<Event> events = new ArrayList<>(changed.size() + added.size());
    for (List<Call> moved : List.of(changed, added)) {
      for (Call call : moved) {
        Cause cause = causes.get(call.origin().saleId());
        events.add(FollowUpEvents.planned(call, now, cause == null ? null : cause.traceparent()));
      }
    }
    if (!events.isEmpty()) {
      LOG.infof(
          "Calls revised, sales=%d changed=%d added=%d",
          judged.size(), changed.size(), added.size());
    }
    return outbox.append(transaction, events);
  }

  private Uni<Void> reviseMessages(SqlConnection transaction, List<Judged> judged) {
    List<Occasion> deserved = new ArrayList<>();
    List<Occasion> missing = new ArrayList<>();
    Map<UUID, String> whyNot = new HashMap<>();
    for (Judged each : judged) {
      deserved.addAll(each.messages().deserved());
      whyNot.putAll(each.messages().whyNot());
      if (each.messages().adding()) {
        missing.addAll(each.messages().deserved());
      }
    }
    return reviseMessages
        .revise(transaction, deserved, whyNot)
        .chain(() -> planMessages.plan(transaction, missing));
  }
}
