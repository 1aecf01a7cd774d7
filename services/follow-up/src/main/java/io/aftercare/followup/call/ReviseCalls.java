package io.aftercare.followup.call;

import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownEvents;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageRevision;
import io.aftercare.followup.message.Messages;
import io.aftercare.followup.message.ReviseMessages;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.ContactKey;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  private final Messages messages;
  private final ReviseMessages reviseMessages;
  private final Programmes programmes;
  private final CallWindow window;
  private final Outbox outbox;
  private final Clock clock;

  ReviseCalls(
      Calls calls,
      KnownEvents events,
      NewCalls newCalls,
      Messages messages,
      ReviseMessages reviseMessages,
      Programmes programmes,
      CallWindow window,
      Outbox outbox,
      Clock clock) {
    this.calls = calls;
    this.events = events;
    this.newCalls = newCalls;
    this.messages = messages;
    this.reviseMessages = reviseMessages;
    this.programmes = programmes;
    this.window = window;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param whyNot why a call is cancelled that is no longer deserved; a void says so itself
   */
  Uni<Void> revise(SqlConnection transaction, List<Cause> causes, String whyNot) {
    return revise(transaction, causes, whyNot, UnaryOperator.identity());
  }

  /** The same for what is there: nothing is added. */
  Uni<Void> reviseOnly(SqlConnection transaction, List<Cause> causes, String whyNot) {
    return revise(transaction, causes, whyNot, Judgement::withoutNew);
  }

  private Uni<Void> revise(
      SqlConnection transaction, List<Cause> causes, String whyNot, UnaryOperator<Judgement> part) {
    if (causes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> sales = causes.stream().map(cause -> cause.sale().id()).toList();
    return calls
        .lockOfSales(transaction, sales)
        .chain(existing -> judge(transaction, causes, existing, new Terms(whyNot, false, null)))
        .map(judged -> judged.stream().map(part).toList())
        .chain(judged -> write(transaction, judged));
  }

  /**
   * By what contacts are brought in line.
   *
   * @param whyNot why one is called off that is no longer deserved
   * @param adopting they go over to the programmes in force
   * @param only these are looked at; absent for all
   */
  record Terms(String whyNot, boolean adopting, @Nullable Set<ContactKey> only) {

    Judgement.Found found(List<Call> calls, List<Message> messages) {
      Judgement.Found all = new Judgement.Found(calls, messages);
      return only == null ? all : all.only(only);
    }

    List<Contact> deserved(List<Contact> all) {
      return only == null
          ? all
          : all.stream().filter(contact -> only.contains(contact.key())).toList();
    }
  }

  /**
   * What would become of the contacts of these sales; nothing is written.
   *
   * @param existing all calls of these sales; they are moved
   */
  Uni<List<Judgement>> judge(
      SqlConnection transaction, List<Cause> causes, List<Call> existing, Terms terms) {
    List<UUID> sales = causes.stream().map(cause -> cause.sale().id()).toList();
    Map<UUID, List<Call>> calls =
        existing.stream().collect(Collectors.groupingBy(call -> call.origin().saleId()));
    return events
        .ofSales(transaction, sales)
        .chain(
            happened ->
                messages
                    .lockOfSales(transaction, sales)
                    .map(
                        found -> {
                          Map<UUID, List<Message>> written =
                              found.stream().collect(Collectors.groupingBy(Message::saleId));
                          return causes.stream()
                              .map(
                                  cause -> {
                                    UUID sale = cause.sale().id();
                                    return judge(
                                        cause,
                                        happened.getOrDefault(sale, List.of()),
                                        terms.found(
                                            calls.getOrDefault(sale, List.of()),
                                            written.getOrDefault(sale, List.of())),
                                        terms);
                                  })
                              .toList();
                        }));
  }

  private Judgement judge(
      Cause cause, List<KnownEvent> happened, Judgement.Found found, Terms terms) {
    Map<String, Integer> versions = terms.adopting() ? Map.of() : versions(found);
    return Judgement.of(
        cause,
        found,
        terms.deserved(deserved(cause, happened, versions)),
        revision(cause, terms),
        contact -> newCalls.occasion(contact, cause));
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

  private Revision.Terms revision(Cause cause, Terms terms) {
    Instant now = clock.instant();
    return new Revision.Terms(
        cause.sale().voided() ? CancelReason.SALE_VOIDED : terms.whyNot(),
        window,
        now,
        contact -> newCalls.of(contact, cause, now),
        terms.adopting());
  }

  /** Which version of each programme made what is open. */
  private static Map<String, Integer> versions(Judgement.Found found) {
    Map<String, Integer> versions = new HashMap<>();
    found.messages().stream()
        .filter(Message::isOpen)
        .forEach(message -> versions.put(message.programme(), message.programmeVersion()));
    found.calls().stream()
        .filter(Call::isOpen)
        .forEach(call -> versions.put(call.origin().programme(), call.origin().programmeVersion()));
    return versions;
  }

  /** Writes it down and tells it. */
  Uni<Void> write(SqlConnection transaction, List<Judgement> judged) {
    List<Call> changed =
        judged.stream().flatMap(each -> each.revision().changed().stream()).toList();
    List<Call> missing = judged.stream().flatMap(each -> each.revision().added().stream()).toList();
    return calls
        .store(transaction, changed)
        .chain(() -> calls.add(transaction, missing))
        .chain(added -> tell(transaction, judged, changed, added))
        .chain(() -> reviseMessages.write(transaction, messages(judged)));
  }

  private Uni<Void> tell(
      SqlConnection transaction, List<Judgement> judged, List<Call> changed, List<Call> added) {
    Instant now = clock.instant();
    Map<UUID, Cause> causes =
        judged.stream()
            .collect(
                Collectors.toMap(each -> each.cause().sale().id(), Judgement::cause, (a, b) -> a));
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

  private static MessageRevision messages(List<Judgement> judged) {
    return new MessageRevision(
        judged.stream().flatMap(each -> each.messages().changed().stream()).toList(),
        judged.stream().flatMap(each -> each.messages().missing().stream()).toList());
  }
}
