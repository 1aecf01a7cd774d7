package io.aftercare.simulator.synthea;

import java.util.List;
import java.util.UUID;

/**
 * A telephone number for somebody who has none in the data, always the same for the same person.
 * They are from the numbers that the North American plan keeps free for stories (555-0100 to
 * 555-0199), so that nobody's telephone rings; there are few of them, and people who do not know
 * each other may share one, as families do.
 */
final class SyntheticPhone {

  /** Area codes of Massachusetts and its neighbours. */
  private static final List<Integer> AREAS =
      List.of(
          413, 508, 617, 774, 781, 857, 978, 339, 351, 203, 207, 401, 475, 603, 802, 860, 959, 212,
          315, 518, 516, 585, 607, 631, 646, 716, 718, 845, 914, 917);

  private SyntheticPhone() {}

  /**
   * @param number which of the person's telephones, from 0
   * @return E.164
   */
  static String of(UUID person, int number) {
    long mixed =
        mix(
            person.getMostSignificantBits()
                ^ Long.rotateLeft(person.getLeastSignificantBits(), 17)
                ^ number);
    int area = AREAS.get((int) Long.remainderUnsigned(mixed, AREAS.size()));
    long line = Long.remainderUnsigned(mixed >>> 32, 100);
    return "+1%d55501%02d".formatted(area, line);
  }

  /** Spreads neighbouring ids over all numbers (the finaliser of SplitMix64). */
  private static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
