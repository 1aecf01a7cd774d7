package io.aftercare.followup.optout;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.Messages;
import io.aftercare.kit.identity.AccessLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Hears a reader's no, and says it is kept only once it is. */
@ApplicationScoped
class OptOuts {

  private static final Logger LOG = Logger.getLogger(OptOuts.class);

  /** Who reads here: whoever was given the link. */
  private static final String READER = "opt-out-link";

  private final OptOutLinks links;
  private final Messages messages;
  private final ConsentFile file;
  private final AccessLog accessLog;
  private final Pool pool;

  OptOuts(
      OptOutLinks links,
      Messages messages,
      @RestClient ConsentFile file,
      AccessLog accessLog,
      Pool pool) {
    this.links = links;
    this.messages = messages;
    this.file = file;
    this.accessLog = accessLog;
    this.pool = pool;
  }

  /** What became of a reader's no. */
  enum Kept {
    /** It is committed in the customer's file. */
    YES,
    /** The link is not one of ours. */
    UNKNOWN,
    /** The file is out of reach, and nothing is kept. */
    NOT_YET
  }

  /** A message that went by this channel; empty when the link is none of ours. */
  Uni<Optional<Message>> find(String token, String what) {
    Optional<UUID> id = links.message(token);
    if (id.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return pool.withTransaction(
        transaction ->
            messages
                .lock(transaction, List.of(id.get()))
                .map(
                    found ->
                        found.stream()
                            .filter(
                                each ->
                                    each.channel() != null && each.channel() != Channel.IN_PERSON)
                            .findFirst())
                .call(
                    found ->
                        accessLog.read(
                            transaction,
                            READER,
                            what,
                            found.map(Message::customerId).stream().toList())));
  }

  /** Withdraws the consent that the message went by. Said again, it is kept already. */
  Uni<Kept> withdraw(String token, String what) {
    return find(token, what)
        .chain(found -> found.map(this::keep).orElseGet(() -> Uni.createFrom().item(Kept.UNKNOWN)));
  }

  private Uni<Kept> keep(Message message) {
    Channel channel = message.channel();
    if (channel == null) {
      return Uni.createFrom().item(Kept.UNKNOWN);
    }
    return file.optOut(
            message.customerId(),
            new ConsentFile.OptOut(message.id(), message.purpose().key(), channel.key()))
        .onFailure(ConsentFile.Unknown.class)
        .recoverWithNull()
        .invoke(() -> LOG.infof("Opted out, message=%s channel=%s", message.id(), channel.key()))
        .replaceWith(Kept.YES)
        .onFailure()
        .invoke(failure -> LOG.warnf("Opt-out not kept, message=%s: %s", message.id(), failure))
        .onFailure()
        .recoverWithItem(Kept.NOT_YET);
  }
}
