package io.aftercare.profile.card;

import io.aftercare.profile.card.GreetCard.Matter;
import io.aftercare.profile.card.GreetCard.OpenComplaint;
import io.aftercare.profile.card.GreetCard.Refill;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Person;
import io.aftercare.profile.customer.TakeCare;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer on a day, and what of it matters at the counter.
 *
 * @param today the date where the customer lives
 * @param adviser the subject of their own adviser among the staff
 * @param supplies of medicines taken for long, and when each ends; the next to end first
 * @param reachable some number is theirs today
 * @param askedForCalls they were asked whether care calls are welcome
 */
record Greeting(
    Customer.Status status,
    Person person,
    List<String> languages,
    boolean doNotCall,
    @Nullable TakeCare takeCare,
    LocalDate today,
    @Nullable LocalDate lastVisit,
    @Nullable String adviser,
    List<Refill> supplies,
    @Nullable OpenComplaint complaint,
    boolean reachable,
    boolean askedForCalls) {

  /** Who was born on 29 February has the 28th in other years. */
  @Nullable Integer birthdayIn(CardRules rules) {
    LocalDate born = person.birthDate();
    if (born == null) {
      return null;
    }
    MonthDay day = MonthDay.from(born);
    LocalDate next = day.atYear(today.getYear());
    if (next.isBefore(today)) {
      next = day.atYear(today.getYear() + 1);
    }
    int days = (int) ChronoUnit.DAYS.between(today, next);
    return days > rules.birthdayWithin() ? null : days;
  }

  /** Supplies that end soon, or ended not long ago. */
  List<Refill> dueRefills(CardRules rules) {
    LocalDate soon = today.plusDays(rules.refillAhead());
    LocalDate forgotten = today.minusDays(rules.refillForgotten());
    return supplies.stream()
        .filter(supply -> !supply.dueOn().isAfter(soon) && !supply.dueOn().isBefore(forgotten))
        .toList();
  }

  /** The weightiest first: what harms, what hurts, what is due, what pleases, what is missing. */
  List<Matter> matters(CardRules rules) {
    if (status == Customer.Status.DECEASED) {
      return List.of(Matter.DECEASED);
    }
    List<Matter> matters = new ArrayList<>();
    add(matters, takeCare != null, Matter.TAKE_CARE);
    add(matters, !person.allergies().isEmpty(), Matter.ALLERGIES);
    add(matters, complaint != null, Matter.OPEN_COMPLAINT);
    add(matters, !dueRefills(rules).isEmpty(), Matter.REFILL_DUE);
    add(matters, birthdayIn(rules) != null, Matter.BIRTHDAY);
    add(matters, !reachable, Matter.ASK_FOR_NUMBER);
    add(matters, !askedForCalls && !doNotCall, Matter.ASK_FOR_CONSENT);
    return List.copyOf(matters);
  }

  private static void add(List<Matter> matters, boolean so, Matter matter) {
    if (so) {
      matters.add(matter);
    }
  }
}
