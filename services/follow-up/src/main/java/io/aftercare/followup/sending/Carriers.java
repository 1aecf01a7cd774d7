package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.optout.OptOutLinks;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The channels that are set up. */
@ApplicationScoped
public class Carriers {

  private static final Logger LOG = Logger.getLogger(Carriers.class);

  private final List<Carrier> carriers;
  private final OptOutLinks links;
  private final List<Channel> order;

  Carriers(@All List<Carrier> carriers, OptOutLinks links, SendingRules rules) {
    this.carriers = carriers;
    this.links = links;
    this.order = rules.order().stream().map(Channel::of).toList();
    LOG.infof("Messages go by %s", setUp().stream().map(Channel::key).toList());
  }

  /** Channels by which messages can go; none while readers could not say no. */
  public List<Channel> setUp() {
    return links.ready()
        ? order.stream().filter(each -> carriers.stream().anyMatch(by -> by.carries(each))).toList()
        : List.of();
  }

  boolean ready() {
    return !setUp().isEmpty();
  }

  /**
   * The channels to try for a message, the best first. Once it was tried one way it keeps to it:
   * another provider could not know that it is the same message.
   *
   * @param preferred by which way the customer likes best to hear from us
   */
  List<Channel> of(Message message, @Nullable String preferred) {
    Channel chosen = message.channel();
    return chosen == null
        ? setUp().stream()
            .sorted(Comparator.comparing(channel -> !channel.key().equals(preferred)))
            .toList()
        : List.of(chosen);
  }

  Uni<Carrier.Answer> hand(Carrier.Letter letter) {
    return carriers.stream()
        .filter(by -> by.carries(letter.channel()))
        .findFirst()
        .map(by -> by.hand(letter))
        .orElseGet(() -> Uni.createFrom().item(new Carrier.Answer.Away("no-channel")));
  }
}
