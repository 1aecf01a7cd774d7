package io.aftercare.followup.request;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownCustomers.Resolved;
import io.aftercare.followup.message.CancelMessages;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.message.PlanMessages;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Step;
import io.aftercare.followup.programme.Trigger;
import io.aftercare.followup.window.MessageWindow;
import io.aftercare.followup.window.Slot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells customers how far a service is that a store promised them: one message for each change that
 * matters to them, and the newest alone where an older one has not gone yet.
 */
@ApplicationScoped
public class AnnounceRequests {

  /** Why a message goes no more: a newer one says how things stand now. */
  private static final String OVERTAKEN = "overtaken";

  private final KnownRequests requests;
  private final KnownCustomers customers;
  private final CancelMessages cancelMessages;
  private final PlanMessages planMessages;
  private final Programmes programmes;
  private final Clock clock;

  AnnounceRequests(
      KnownRequests requests,
      KnownCustomers customers,
      CancelMessages cancelMessages,
      PlanMessages planMessages,
      Programmes programmes,
      Clock clock) {
    this.requests = requests;
    this.customers = customers;
    this.cancelMessages = cancelMessages;
    this.planMessages = planMessages;
    this.programmes = programmes;
    this.clock = clock;
  }

  private record News(ServiceRequest request, Announcement announcement) {}

  /**
   * @param told one entry per request, its newest
   */
  public Uni<Void> announce(SqlConnection transaction, List<ServiceRequest> told) {
    if (told.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return requests
        .remember(transaction, told)
        .map(before -> news(told, before))
        .chain(news -> announceNews(transaction, news));
  }

  private static List<News> news(List<ServiceRequest> told, Map<UUID, Instant> before) {
    List<News> news = new ArrayList<>(told.size());
    for (ServiceRequest request : told) {
      Announcement announcement = Announcement.of(request, before.get(request.id()));
      if (announcement != null) {
        news.add(new News(request, announcement));
      }
    }
    return news;
  }

  private Uni<Void> announceNews(SqlConnection transaction, List<News> news) {
    Programme programme = programmes.inForce(Trigger.SERVICE_REQUEST);
    if (news.isEmpty() || programme == null) {
      return Uni.createFrom().voidItem();
    }
    Map<UUID, String> older =
        news.stream().collect(Collectors.toMap(each -> each.request().id(), each -> OVERTAKEN));
    return cancelMessages
        .ofCauses(transaction, older)
        .chain(() -> customers.resolve(transaction, customersOf(news)))
        .chain(known -> planMessages.plan(transaction, occasions(news, programme, known)));
  }

  private static List<UUID> customersOf(List<News> news) {
    return news.stream().map(each -> each.request().customerId()).toList();
  }

  private List<Occasion> occasions(
      List<News> news, Programme programme, Map<UUID, Resolved> known) {
    Instant now = clock.instant();
    return news.stream()
        .map(each -> occasion(each, programme, known.get(each.request().customerId()), now))
        .toList();
  }

  private static Occasion occasion(
      News news, Programme programme, @Nullable Resolved owner, Instant now) {
    ServiceRequest request = news.request();
    // Each change is a contact of its own.
    Step step = programme.steps().getFirst().numbered(Math.toIntExact(request.version()));
    KnownCustomer customer = owner == null ? null : owner.customer();
    // Of a customer who is not known yet the sender learns the zone before anything goes.
    ZoneId zone = customer == null ? ZoneOffset.UTC : customer.zone();
    Slot slot =
        new MessageWindow(step.hours().opens(), step.hours().closes(), zone)
            .atOrAfter(now, "a promised service");
    return new Occasion(
        request.id(),
        null,
        request.customerId(),
        owner == null ? request.customerId() : owner.id(),
        request.storeId(),
        programme,
        step,
        news.announcement().template(),
        null,
        step.hours(),
        slot,
        news.announcement().lapses(request, now),
        null,
        null,
        request.traceparent());
  }
}
