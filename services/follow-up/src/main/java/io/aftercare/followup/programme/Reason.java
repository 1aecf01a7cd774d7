package io.aftercare.followup.programme;

import io.aftercare.followup.known.KnownSale;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain words why a call is made. */
final class Reason {

  private static final int NAMED = 3;

  private Reason() {}

  static String of(Contact contact) {
    String because = contact.programme().because();
    KnownSale sale = contact.sale();
    StringBuilder words = new StringBuilder(160);
    words.append(because == null ? marks(contact) : because);
    words.append("; bought ");
    products(words, contact.lines());
    words.append(" at store ").append(sale.storeId());
    words.append(" on ").append(date(sale.date()));
    return words.toString();
  }

  static String date(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        + ' '
        + date.getDayOfMonth()
        + ' '
        + date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /** The marks of the sale that ask for a contact, the first in upper case. */
  private static String marks(Contact contact) {
    List<String> words = new ArrayList<>();
    KnownSale sale = contact.sale();
    if (sale.firstPurchase()) {
      words.add(Trigger.SaleMark.FIRST_PURCHASE.words());
    }
    if (contact.lines().stream().anyMatch(KnownSale.Line::brandSwitch)) {
      words.add("another brand than usual");
    }
    if (sale.missedDoseRisk()) {
      words.add(Trigger.SaleMark.MISSED_DOSE_RISK.words());
    }
    if (sale.caregiverBought()) {
      words.add(Trigger.SaleMark.CAREGIVER_BOUGHT.words());
    }
    if (sale.lateEvening()) {
      words.add(Trigger.SaleMark.LATE_EVENING.words());
    }
    String sentence = String.join(", ", words);
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static void products(StringBuilder words, List<KnownSale.Line> lines) {
    for (int i = 0; i < Math.min(NAMED, lines.size()); i++) {
      KnownSale.Line line = lines.get(i);
      words.append(i == 0 ? "" : ", ").append(line.name());
      if (line.daysSupply() != null) {
        words.append(" for ").append(line.daysSupply()).append(" days");
      }
    }
    if (lines.size() > NAMED) {
      words.append(" and ").append(lines.size() - NAMED).append(" more");
    }
  }
}
