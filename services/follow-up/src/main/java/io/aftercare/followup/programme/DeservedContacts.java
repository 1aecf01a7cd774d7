package io.aftercare.followup.programme;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.refill.Supplies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a sale deserves. A policy: the same sale, customer and programmes always give the
 * same contacts. Lines that came back ask for nothing, a voided sale deserves nothing.
 */
public final class DeservedContacts {

  /** Ways to be written to, among those by which a customer may like best to be reached. */
  private static final Set<String> WRITTEN = Set.of("sms", "email", "wechat");

  private final List<Programme> programmes;

  /**
   * @param programmes those in force
   */
  public DeservedContacts(List<Programme> programmes) {
    // Those that take only what is left come last.
    this.programmes =
        programmes.stream()
            .sorted((a, b) -> Boolean.compare(a.lastResort(), b.lastResort()))
            .toList();
  }

  /**
   * What the sale itself deserves.
   *
   * @param customer absent while the customer is not known; rules about age then say no
   * @return at most one contact per programme and step
   */
  public List<Contact> of(KnownSale sale, @Nullable KnownCustomer customer) {
    return of(sale, customer, null, Supplies.only(sale));
  }

  /**
   * What something that happened to the sale deserves.
   *
   * @param event absent for the sale itself
   * @param supplies how long the customer's medicines last, by all sales that matter
   */
  public List<Contact> of(
      KnownSale sale,
      @Nullable KnownCustomer customer,
      @Nullable KnownEvent event,
      Supplies supplies) {
    if (sale.voided()) {
      return List.of();
    }
    List<Facts> facts = new ArrayList<>(sale.lines().size());
    for (KnownSale.Line line : sale.lines()) {
      if (event == null ? !line.returned() : event.about(line)) {
        facts.add(Facts.of(sale, line, customer, event));
      }
    }
    Set<KnownSale.Line> takenCareOf = new HashSet<>();
    List<Contact> contacts = new ArrayList<>();
    for (Programme programme : programmes) {
      if (event != null && !programme.trigger().hears(event.event())) {
        continue;
      }
      List<KnownSale.Line> asking = asking(programme, facts, takenCareOf);
      if (!asking.isEmpty()) {
        if (programme.care()) {
          takenCareOf.addAll(asking);
        }
        String experiment = experiment(programme, sale, facts, asking);
        String wish = customer == null ? null : customer.preferredChannel();
        add(contacts, programme, asking, new Reasons(sale, event, experiment, supplies, wish));
      }
    }
    return contacts;
  }

  private static List<KnownSale.Line> asking(
      Programme programme, List<Facts> facts, Set<KnownSale.Line> takenCareOf) {
    List<KnownSale.Line> asking = new ArrayList<>();
    for (Facts fact : facts) {
      boolean left = !programme.lastResort() || !takenCareOf.contains(fact.line());
      if (left && programme.trigger().matches(fact)) {
        asking.add(fact.line());
      }
    }
    return asking;
  }

  private record Reasons(
      KnownSale sale,
      @Nullable KnownEvent event,
      @Nullable String experiment,
      Supplies supplies,
      @Nullable String wish) {

    Contact contact(Programme programme, Step step, List<KnownSale.Line> lines) {
      return new Contact(
          sale, programme, step, way(step, lines), lines, event, experiment, null, false);
    }

    /** Of a high-alert medicine nobody is reminded without being asked how they are. */
    Step.Channel way(Step step, List<KnownSale.Line> lines) {
      if (step.channel() != Step.Channel.PREFERRED) {
        return step.channel();
      }
      boolean written =
          wish != null
              && WRITTEN.contains(wish)
              && lines.stream().noneMatch(KnownSale.Line::highAlert);
      return written ? Step.Channel.MESSAGE : Step.Channel.CALL;
    }

    /** The first of these to run out; absent where it is of none known. */
    @Nullable LocalDate runsOut(List<KnownSale.Line> lines) {
      return lines.stream()
          .map(line -> supplies.end(sale, line))
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  private static void add(
      List<Contact> contacts, Programme programme, List<KnownSale.Line> asking, Reasons why) {
    for (Step step : programme.steps()) {
      switch (step.after()) {
        case Offset.SupplyEnd end when end.date(why.sale().date(), asking) == null -> {}
        case Offset.RefillDue refill -> remind(contacts, programme, step, asking, why);
        default -> contacts.add(why.contact(programme, step, asking));
      }
    }
  }

  /** Of what was not bought again; where all was, that is settled. */
  private static void remind(
      List<Contact> contacts,
      Programme programme,
      Step step,
      List<KnownSale.Line> asking,
      Reasons why) {
    List<KnownSale.Line> left =
        asking.stream().filter(line -> !why.supplies().refilled(why.sale(), line)).toList();
    boolean settled = why.runsOut(left) == null;
    List<KnownSale.Line> lines = settled ? asking : left;
    LocalDate runsOut = why.runsOut(lines);
    if (runsOut != null) {
      contacts.add(
          new Contact(
              why.sale(),
              programme,
              step,
              why.way(step, lines),
              lines,
              why.event(),
              why.experiment(),
              runsOut,
              settled));
    }
  }

  /**
   * Only what is asked for the sake of the relationship alone can be held out: not when the rule
   * would ask for it all the same, and not with a high-alert medicine in the bag.
   */
  private static @Nullable String experiment(
      Programme programme, KnownSale sale, List<Facts> facts, List<KnownSale.Line> asking) {
    if (programme.experiment() == null
        || sale.lines().stream().anyMatch(KnownSale.Line::highAlert)) {
      return null;
    }
    KnownSale plain = sale.withoutRelationship();
    boolean otherReason =
        facts.stream()
            .filter(fact -> asking.contains(fact.line()))
            .anyMatch(fact -> programme.trigger().matches(fact.about(plain)));
    return otherReason ? null : programme.experiment();
  }
}
