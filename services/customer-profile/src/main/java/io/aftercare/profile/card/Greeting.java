package io.aftercare.profile.card;

import io.aftercare.profile.card.GreetCard.Matter;
import io.aftercare.profile.customer.Caution;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.customer.Person;
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
 * @param reachable some number is theirs today
 * @param askedForCalls they were asked whether care calls are welcome
 */
record Greeting(
    Customer.Status status,
    Person person,
    List<String> languages,
    boolean doNotCall,
    @Nullable Caution caution,
    LocalDate today,
    boolean reachable,
    boolean askedForCalls) {

  /** So early somebody may be congratulated, or reminded of a present from the chain. */
  private static final int BIRTHDAY_WITHIN = 7;

  /** Who was born on 29 February has the 28th in other years. */
  @Nullable Integer birthdayIn() {
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
    return days > BIRTHDAY_WITHIN ? null : days;
  }

  /** The weightiest first: what harms, what hurts, what is due, what pleases, what is missing. */
  List<Matter> matters() {
    if (status == Customer.Status.DECEASED) {
      return List.of(Matter.DECEASED);
    }
    List<Matter> matters = new ArrayList<>();
    add(matters, caution != null, Matter.TAKE_CARE);
    add(matters, !person.allergies().isEmpty(), Matter.ALLERGIES);
    add(matters, birthdayIn() != null, Matter.BIRTHDAY);
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
