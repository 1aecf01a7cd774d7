package io.aftercare.profile.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of some customers by columns: a question runs over numbers that lie side by side. Money
 * is in hundredths, days are counted from 1970, months from year 0. Some seventy bytes a customer:
 * what is larger than its column is kept as the largest.
 */
final class Block {

  /** Unknown, or never. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int[] NO_MEDICINES = {};
  private static final int DAY_BITS = 16;

  /** Days of purchases are counted from here where they share a number with a code. */
  private static final int FROM_2000 = Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());

  final boolean[] active;
  final int[] store;
  final int[] languages;
  final int[] consents;
  final int[] lastVisit;
  final int[] spendInYear;
  final int[] longTermOn;
  private final short[] birthMonth;
  private final short[] visits;
  private final short[] visitsInYear;
  private final short[] returnDays;
  private final short[] currency;
  private final byte[] pdc;

  /** An ATC code's number and the day of its last purchase, together. */
  private final int[][] medicines;

  Block(int size) {
    active = new boolean[size];
    store = new int[size];
    languages = new int[size];
    consents = new int[size];
    lastVisit = new int[size];
    spendInYear = new int[size];
    longTermOn = new int[size];
    birthMonth = new short[size];
    visits = new short[size];
    visitsInYear = new short[size];
    returnDays = new short[size];
    currency = new short[size];
    pdc = new byte[size];
    medicines = new int[size][];
    Arrays.fill(medicines, NO_MEDICINES);
  }

  void set(int place, Facts facts, Words words) {
    active[place] = facts.active();
    store[place] = words.number(facts.storeId());
    languages[place] = words.number(facts.languages());
    consents[place] = words.number(facts.consents());
    lastVisit[place] = day(facts.lastVisit());
    spendInYear[place] = (int) Math.min(Integer.MAX_VALUE, hundredths(facts.spendInYear()));
    longTermOn[place] = day(facts.longTermOn());
    birthMonth[place] = facts.birthMonth() == null ? -1 : small(month(facts.birthMonth()));
    visits[place] = small(facts.visits());
    visitsInYear[place] = small(facts.visitsInYear());
    returnDays[place] = facts.returnDays() == null ? -1 : small(facts.returnDays());
    currency[place] = small(words.currency(facts.currency()));
    pdc[place] = facts.pdc() == null ? -1 : (byte) (int) facts.pdc();
    medicines[place] = together(facts.medicines(), words);
  }

  /** Months from year 0; negative where unknown. */
  int birthMonth(int place) {
    return birthMonth[place];
  }

  int visits(int place) {
    return visits[place];
  }

  int visitsInYear(int place) {
    return visitsInYear[place];
  }

  /** Negative before the second visit. */
  int returnDays(int place) {
    return returnDays[place];
  }

  /** Among the currencies; negative where unknown. */
  int currency(int place) {
    return currency[place];
  }

  /** In percent; negative where unknown. */
  int pdc(int place) {
    return pdc[place];
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

  static long hundredths(BigDecimal money) {
    return money.movePointRight(2).longValue();
  }

  static int month(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  private static int day(@Nullable LocalDate day) {
    return day == null ? NONE : Math.toIntExact(day.toEpochDay());
  }

  private static short small(int number) {
    return (short) Math.min(Short.MAX_VALUE, number);
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
