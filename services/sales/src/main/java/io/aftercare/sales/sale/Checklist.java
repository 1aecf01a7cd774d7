package io.aftercare.sales.sale;

import io.aftercare.sales.sale.NewSale.Counselling.Asked;
import io.aftercare.sales.sale.NewSale.Counselling.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What to ask and what to tell at the counter, proposed from what is sold. (own) What is asked
 * guards against harm, so that it is asked at every sale of a medicine; what is told depends on how
 * much the customer can know already.
 *
 * @param tell each topic with the lines (from 1) it is about
 */
record Checklist(Set<Asked> ask, List<Topic> tell) {

  record Topic(Told topic, List<Integer> lines) {}

  /** The proposal for a sale as it was appraised. */
  static Checklist of(Sale sale) {
    Set<Asked> ask = new TreeSet<>(Set.of(Asked.ALLERGIES, Asked.OTHER_MEDICINES));
    if (sale.posted().lines().stream().anyMatch(line -> !line.prescription())) {
      // Nobody has seen this patient yet: the symptoms decide whether a doctor should.
      ask.add(Asked.SYMPTOMS);
    }
    List<Topic> tell = new ArrayList<>();
    add(tell, Told.DOSE, lines(sale, line -> true));
    add(
        tell,
        Told.TIME_OF_DAY,
        lines(sale, line -> sale.lines().get(line - 1).daysSupply() != null));
    add(tell, Told.SIDE_EFFECTS, lines(sale, line -> isNewOrGrave(sale, line)));
    add(tell, Told.FOOD, lines(sale, line -> sale.posted().lines().get(line - 1).prescription()));
    return new Checklist(ask, List.copyOf(tell));
  }

  private static boolean isNewOrGrave(Sale sale, int line) {
    Sale.Line known = sale.lines().get(line - 1);
    return known.firstOfClass() || known.highAlert() || known.specialForm() || known.brandSwitch();
  }

  private static void add(List<Topic> tell, Told topic, List<Integer> lines) {
    if (!lines.isEmpty()) {
      tell.add(new Topic(topic, lines));
    }
  }

  private static List<Integer> lines(Sale sale, Predicate<Integer> which) {
    return IntStream.rangeClosed(1, sale.posted().lines().size()).boxed().filter(which).toList();
  }
}
