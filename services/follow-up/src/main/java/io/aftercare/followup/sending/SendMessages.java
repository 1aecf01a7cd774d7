package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageEvents;
import io.aftercare.followup.message.MessageState;
import io.aftercare.followup.message.Messages;
import io.aftercare.followup.optout.OptOutLinks;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Step;
import io.aftercare.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, a batch at a time: claimed together, each permitted in the moment, written
 * down as handed over before it is, and what became of it stored together. A sender that dies
 * leaves its messages to the sweep.
 */
@ApplicationScoped
class SendMessages {

  private static final Logger LOG = Logger.getLogger(SendMessages.class);

  /** A week and a day: enough for any zone's week. */
  private static final Duration CAPS_LOOK_BACK = Duration.ofDays(8);

  /** Nobody told us yet where they live, and no sale says. */
  private static final Duration UNTIL_KNOWN = Duration.ofMinutes(5);

  private final Programmes programmes;
  private final Outgoing outgoing;
  private final PermitMessage permitMessage;
  private final Carriers carriers;
  private final Texts texts;
  private final OptOutLinks links;
  private final Messages messages;
  private final Outbox outbox;
  private final SendingRules rules;
  private final MessageCaps caps;
  private final Clock clock;

  SendMessages(
      Programmes programmes,
      Outgoing outgoing,
      PermitMessage permitMessage,
      Carriers carriers,
      Texts texts,
      OptOutLinks links,
      Messages messages,
      Outbox outbox,
      SendingRules rules,
      Clock clock) {
    this.programmes = programmes;
    this.outgoing = outgoing;
    this.permitMessage = permitMessage;
    this.carriers = carriers;
    this.texts = texts;
    this.links = links;
    this.messages = messages;
    this.outbox = outbox;
    this.rules = rules;
    this.caps = new MessageCaps(rules.caps().aDay(), rules.caps().aWeek());
    this.clock = clock;
  }

  /** A message made out to somebody, and the carrier that takes it. */
  private record Ready(Message message, Carrier.Letter letter) {}

  /** Goes on until nothing is due. Without any channel messages are kept. */
  @Scheduled(
      every = "${aftercare.message.send-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> send() {
    return carriers.ready() ? untilDone() : Uni.createFrom().voidItem();
  }

  private Uni<Void> untilDone() {
    return outgoing
        .claim(clock.instant(), programmes.paused().keySet())
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : sendAll(claimed).chain(this::untilDone));
  }

  private Uni<Void> sendAll(List<Outgoing.Claimed> due) {
    Instant now = clock.instant();
    List<Message> settled = new ArrayList<>();
    List<Message> claimed = rightNow(due, settled, now);
    Map<UUID, Outgoing.Claimed> byId = HashMap.newHashMap(due.size());
    due.forEach(each -> byId.put(each.message().id(), each));
    List<UUID> customers = claimed.stream().map(Message::customerId).toList();
    return outgoing
        .sent(customers, now.minus(CAPS_LOOK_BACK))
        .map(sent -> withinCaps(claimed, sent, settled, now))
        .chain(free -> permitted(free, byId, settled, now))
        .chain(this::handOver)
        .chain(
            sent -> {
              settled.addAll(sent);
              return store(settled);
            });
  }

  /** Whose they are by now, and whether it is a good hour where their reader lives. */
  private static List<Message> rightNow(
      List<Outgoing.Claimed> due, List<Message> settled, Instant now) {
    List<Message> right = new ArrayList<>(due.size());
    for (Outgoing.Claimed each : due) {
      Message message = each.message();
      if (each.owner() != null && each.zone() != null) {
        message = message.of(each.owner(), each.zone());
      }
      if (each.zone() == null && message.saleId() == null) {
        settled.add(message.again(now.plus(UNTIL_KNOWN), "customer-unknown"));
      } else if (!message.mayBeSent(now)) {
        settled.add(message.again(now, "outside-hours"));
      } else {
        right.add(message);
      }
    }
    return right;
  }

  private List<Message> withinCaps(
      List<Message> claimed, Map<UUID, List<Instant>> sent, List<Message> settled, Instant now) {
    List<Message> free = new ArrayList<>(claimed.size());
    for (Message message : claimed) {
      MessageCaps.Reached reached =
          caps.reached(
              message.priority(),
              sent.getOrDefault(message.customerId(), List.of()),
              now,
              message.hours().zone());
      if (reached == null) {
        free.add(message);
      } else {
        Instant until = reached.until().atStartOfDay(message.hours().zone()).toInstant();
        settled.add(message.again(until, reached.reason()));
      }
    }
    return free;
  }

  private Uni<List<Ready>> permitted(
      List<Message> free, Map<UUID, Outgoing.Claimed> due, List<Message> settled, Instant now) {
    return each(
            free,
            message ->
                permitMessage.ask(
                    message, carriers.of(message, due.get(message.id()).preferred()), now))
        .map(
            permits -> {
              List<Ready> ready = new ArrayList<>(permits.size());
              for (PermitMessage.Permit permit : permits) {
                switch (permit) {
                  case PermitMessage.Permit.Granted granted ->
                      ready.add(written(granted, due.get(granted.message().id()).promised()));
                  case PermitMessage.Permit.Refused(Message refused) -> settled.add(refused);
                }
              }
              return ready;
            });
  }

  private Ready written(
      PermitMessage.Permit.Granted granted, Outgoing.@Nullable Promised promised) {
    Message message = granted.message().handedTo(granted.channel());
    Language language = Language.of(language(granted));
    URI optOut = links.of(message.id());
    Texts.Text text =
        texts.write(
            message.template(),
            language,
            new Texts.Facts(granted.name(), optOut, promised, message.hours().zone()));
    return new Ready(
        message,
        new Carrier.Letter(
            message.id(),
            granted.channel(),
            granted.address(),
            language.tag(),
            text.subject(),
            text.body(),
            optOut));
  }

  /** The one that its step is held in, else the reader's own. */
  private @Nullable String language(PermitMessage.Permit.Granted granted) {
    Message message = granted.message();
    Programme programme = programmes.find(message.programme(), message.programmeVersion());
    Step step = programme == null ? null : programme.step(message.step());
    return step == null || step.language() == null ? granted.language() : step.language();
  }

  private Uni<List<Message>> handOver(List<Ready> ready) {
    return outgoing
        .hand(ready.stream().map(Ready::message).toList(), clock.instant())
        .map(held -> held(ready, held))
        .chain(
            held ->
                each(
                    held,
                    each ->
                        carriers
                            .hand(each.letter())
                            .map(answer -> settle(each.message(), answer))));
  }

  private static List<Ready> held(List<Ready> ready, Set<UUID> held) {
    return ready.stream().filter(each -> held.contains(each.message().id())).toList();
  }

  private Message settle(Message message, Carrier.Answer answer) {
    Instant now = clock.instant();
    return switch (answer) {
      case Carrier.Answer.Taken(String reference) -> message.sent(now, reference);
      case Carrier.Answer.Refused(String reason) -> message.become(MessageState.FAILED, reason);
      case Carrier.Answer.Unsure() -> message.become(MessageState.FAILED, "unconfirmed");
      case Carrier.Answer.Away(String reason) ->
          message.attempts() >= rules.attempts()
              ? message.become(MessageState.FAILED, reason)
              : message.again(now.plus(wait(message.attempts())), reason);
    };
  }

  private Duration wait(int attempts) {
    return rules.backoff().multipliedBy(1L << Math.min(attempts - 1, 20));
  }

  private Uni<Void> store(List<Message> settled) {
    Instant now = clock.instant();
    return outbox
        .inTransaction(
            transaction ->
                messages
                    .store(transaction, settled)
                    .call(
                        stored ->
                            outbox.append(
                                transaction,
                                stored.stream()
                                    .map(each -> MessageEvents.changed(each, now))
                                    .toList())))
        .invoke(SendMessages::log)
        .replaceWithVoid();
  }

  private static void log(List<Message> stored) {
    for (Message message : stored) {
      Channel channel = message.channel();
      LOG.infof(
          "Message %s, message=%s channel=%s reason=%s",
          message.state().key(),
          message.id(),
          channel == null ? "-" : channel.key(),
          message.reason());
    }
  }

  private <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUni(work::apply)
        .merge(rules.atOnce())
        .collect()
        .asList();
  }
}
