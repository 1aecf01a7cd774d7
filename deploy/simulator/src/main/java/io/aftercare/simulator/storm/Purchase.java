package io.aftercare.simulator.storm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A simple kind of sale, and the calls it deserves, worked out here by hand and not by the
 * product's rules. All are sold deep in the night to somebody who has bought nothing before, but
 * for the last two.
 */
enum Purchase {
  SYRUP(List.of(Goods.COUGH_SYRUP), Set.of(new Contact("wellbeing", 1))),
  ANTIBIOTIC(
      List.of(Goods.ANTIBIOTIC), Set.of(new Contact("wellbeing", 1), new Contact("antibiotic", 1))),
  ANTICOAGULANT(
      List.of(Goods.ANTICOAGULANT),
      Set.of(
          new Contact("wellbeing", 1), new Contact("high-alert", 1), new Contact("high-alert", 2))),
  LONG_TERM(
      List.of(Goods.PRESSURE_TABLETS),
      Set.of(
          new Contact("wellbeing", 1),
          new Contact("new-long-term", 1),
          new Contact("new-long-term", 2),
          new Contact("refill", 1))),
  /** The only one of which a part is brought back: its first line. */
  ANTIBIOTIC_AND_SYRUP(
      List.of(Goods.ANTIBIOTIC, Goods.COUGH_SYRUP),
      Set.of(new Contact("wellbeing", 1), new Contact("antibiotic", 1))),
  /** At noon, by somebody who has bought before: no reason to call. */
  SYRUP_AGAIN(List.of(Goods.COUGH_SYRUP), Set.of()),
  /** At night, by nobody we know: nobody to call. */
  ANONYMOUS(List.of(Goods.COUGH_SYRUP), Set.of());

  private final List<Goods> goods;
  private final Set<Contact> deserved;

  Purchase(List<Goods> goods, Set<Contact> deserved) {
    this.goods = goods;
    this.deserved = deserved;
  }

  List<Goods> goods() {
    return goods;
  }

  boolean atNight() {
    return this != SYRUP_AGAIN;
  }

  /** The calls it deserves once this has happened to it. */
  Set<Contact> deserved(Change change) {
    return switch (change) {
      case NONE -> deserved;
      case VOIDED, RETURNED -> Set.of();
      case FIRST_LINE_RETURNED -> {
        Set<Contact> left = new HashSet<>(deserved);
        left.remove(new Contact("antibiotic", 1));
        yield left;
      }
    };
  }
}
