package io.aftercare.profile.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of some customers by columns: a question runs over numbers that lie side by side. Money
 * is in hundredths, days are counted from 1970, months from year 0. Some eighty bytes a customer:
 * what is larger than its column is kept as the largest.
 */
final class Block {

  /** What is known of everybody, as a number; negative where it is unknown, or never was. */
  enum Column {
    /** 1 for a customer who is one, else 0. */
    ACTIVE,
    STORE,
    LANGUAGES,
    CONSENTS,
    BIRTH_MONTH,
    VISITS,
    VISITS_IN_YEAR,
    LAST_VISIT,
    /** From the first visit to the second. */
    RETURN_DAYS,
    SPEND_IN_YEAR,
    CURRENCY,
    /** In percent. */
    PDC,
    LONG_TERM_ON
  }

  private static final int NONE = Integer.MIN_VALUE;
  private static final int[] NO_MEDICINES = {};
  private static final int DAY_BITS = 16;

  /** Days of purchases are counted from here where they share a number with a code. */
  private static final int FROM_2000 = Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());

  private final int[][] columns;

  /** An ATC code's number and the day of its last purchase, together. */
  private final int[][] medicines;

  Block(int size) {
    columns = new int[Column.values().length][size];
    medicines = new int[size][];
    Arrays.fill(medicines, NO_MEDICINES);
  }

  void set(int place, Facts facts, Words words) {
    set(place, Column.ACTIVE, facts.active() ? 1 : 0);
    set(place, Column.STORE, words.number(facts.storeId()));
    set(place, Column.LANGUAGES, words.number(facts.languages()));
    set(place, Column.CONSENTS, words.number(facts.consents()));
    set(place, Column.BIRTH_MONTH, month(facts.birthMonth()));
    set(place, Column.VISITS, facts.visits());
    set(place, Column.VISITS_IN_YEAR, facts.visitsInYear());
    set(place, Column.LAST_VISIT, day(facts.lastVisit()));
    set(place, Column.RETURN_DAYS, known(facts.returnDays()));
    set(place, Column.SPEND_IN_YEAR, hundredths(facts.spendInYear()));
    set(place, Column.CURRENCY, words.currency(facts.currency()));
    set(place, Column.PDC, known(facts.pdc()));
    set(place, Column.LONG_TERM_ON, day(facts.longTermOn()));
    medicines[place] = together(facts.medicines(), words);
  }

  private void set(int place, Column column, int value) {
    of(column)[place] = value;
  }

  int[] of(Column column) {
    return columns[column.ordinal()];
  }

  /**
   * Whether a medicine of these was bought.
   *
   * @param ofClass by number of the ATC code
   * @param since the first day that counts
   */
  boolean took(int place, boolean[] ofClass, int since) {
    for (int medicine : medicines[place]) {
      if (ofClass[medicine >>> DAY_BITS] && (medicine & (1 << DAY_BITS) - 1) + FROM_2000 >= since) {
        return true;
      }
    }
    return false;
  }

  /** As much as a column holds. */
  static int hundredths(BigDecimal money) {
    return money.movePointRight(2).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
  }

  static int month(@Nullable LocalDate day) {
    return day == null ? NONE : day.getYear() * 12 + day.getMonthValue() - 1;
  }

  private static int day(@Nullable LocalDate day) {
    return day == null ? NONE : Math.toIntExact(day.toEpochDay());
  }

  private static int known(@Nullable Integer number) {
    return number == null ? NONE : number;
  }

  private static int[] together(Map<String, LocalDate> medicines, Words words) {
    return medicines.isEmpty()
        ? NO_MEDICINES
        : medicines.entrySet().stream()
            .mapToInt(
                each ->
                    words.medicine(each.getKey()) << DAY_BITS
                        | Math.clamp(day(each.getValue()) - FROM_2000, 0, (1 << DAY_BITS) - 1))
            .toArray();
  }
}
