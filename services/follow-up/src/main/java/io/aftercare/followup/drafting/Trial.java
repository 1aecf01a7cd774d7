package io.aftercare.followup.drafting;

import io.aftercare.followup.known.KnownCustomer;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.DeservedContacts;
import io.aftercare.followup.programme.Offset;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Trigger;
import io.aftercare.followup.refill.Supplies;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.followup.window.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries a programme out on single sales of the past, together with the others in force. A policy:
 * it counts what would have been made, and asks nobody.
 */
final class Trial {

  private final Programme tried;
  private final DeservedContacts contacts;
  private final CallWindow window;
  private final Tally tally;

  Trial(Programme tried, List<Programme> inForce, CallWindow window, Tally tally) {
    List<Programme> together =
        new ArrayList<>(
            inForce.stream().filter(other -> !other.key().equals(tried.key())).toList());
    together.add(tried);
    this.tried = tried;
    this.contacts = new DeservedContacts(together);
    this.window = window;
    this.tally = tally;
  }

  Programme tried() {
    return tried;
  }

  Tally tally() {
    return tally;
  }

  /** Something else than a sale may start it. */
  boolean hearsOfEvents() {
    return Trigger.EVENTS.stream().anyMatch(tried.trigger()::hears);
  }

  /** How long a medicine lasts matters to it, and so do the customer's other sales. */
  boolean asksForSupplies() {
    return tried.steps().stream().anyMatch(step -> step.after() instanceof Offset.RefillDue);
  }

  /**
   * @param customer absent where not known
   * @param event that happened to the sale; absent for the sale itself
   * @param others the customer's other sales, as far as they matter
   */
  void on(
      KnownSale sale,
      @Nullable KnownCustomer customer,
      @Nullable KnownEvent event,
      Collection<KnownSale> others) {
    if (customer != null && customer.blocked() != null) {
      return;
    }
    Supplies supplies = knownBy(sale.occurredAt().toInstant(), sale, others);
    for (Contact contact : contacts.of(sale, customer, event, supplies)) {
      if (contact.programme().key().equals(tried.key())) {
        Slot due = contact.intended(window, sale.person(customer));
        if (!settled(contact, customer, due.dueAt(), others)) {
          tally.contact(contact, due.date());
        }
      }
    }
  }

  /** By the time it would have been made, the medicine had been bought again. */
  private boolean settled(
      Contact contact,
      @Nullable KnownCustomer customer,
      Instant dueAt,
      Collection<KnownSale> others) {
    return contact.step().after() instanceof Offset.RefillDue
        && contacts
            .of(contact.sale(), customer, contact.event(), knownBy(dueAt, contact.sale(), others))
            .stream()
            .anyMatch(then -> then.key().equals(contact.key()) && then.settled());
  }

  private static Supplies knownBy(Instant time, KnownSale sale, Collection<KnownSale> others) {
    List<KnownSale> known =
        new ArrayList<>(
            others.stream()
                .filter(other -> !other.id().equals(sale.id()))
                .filter(other -> !other.occurredAt().toInstant().isAfter(time))
                .toList());
    known.add(sale);
    return Supplies.of(known);
  }
}
