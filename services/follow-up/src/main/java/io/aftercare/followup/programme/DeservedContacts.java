package io.aftercare.followup.programme;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownSale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a sale deserves. A policy: the same sale, customer and programmes always give the
 * same contacts. Lines that came back ask for nothing, a voided sale deserves nothing.
 */
public final class DeservedContacts {

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
   * @param customer absent while the customer is not known; rules about age then say no
   * @return at most one contact per programme and step
   */
  public List<Contact> of(KnownSale sale, @Nullable KnownCustomer customer) {
    if (sale.voided()) {
      return List.of();
    }
    List<Facts> facts = new ArrayList<>(sale.lines().size());
    for (KnownSale.Line line : sale.lines()) {
      if (!line.returned()) {
        facts.add(Facts.of(sale, line, customer));
      }
    }
    Set<KnownSale.Line> takenCareOf = new HashSet<>();
    List<Contact> contacts = new ArrayList<>();
    for (Programme programme : programmes) {
      List<KnownSale.Line> asking = asking(programme, facts, takenCareOf);
      if (!asking.isEmpty()) {
        if (programme.care()) {
          takenCareOf.addAll(asking);
        }
        add(contacts, programme, sale, asking);
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

  private static void add(
      List<Contact> contacts, Programme programme, KnownSale sale, List<KnownSale.Line> asking) {
    for (Step step : programme.steps()) {
      boolean timed =
          !(step.after() instanceof Offset.SupplyEnd end) || end.date(sale.date(), asking) != null;
      if (step.channel() == Step.Channel.CALL && timed) {
        contacts.add(new Contact(sale, programme, step, asking));
      }
    }
  }
}
