package io.aftercare.profile.segment;

import io.aftercare.profile.segment.Block.Column;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps those of some customers whom a question fits. It goes through one column after the other,
 * each with a loop of its own: so a processor foresees what comes.
 */
sealed interface Sieve {

  /**
   * Moves whoever fits to the front, in the order they stand in.
   *
   * @param places where the customers stand in the block, ascending
   * @param count how many of the places are asked about
   * @return how many fit
   */
  int keep(Block block, int[] places, int count);

  /** All who fit in a block. */
  default int search(Block block, int[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return keep(block, places, places.length);
  }

  /** Both bounds belong to it. */
  record Range(Column column, int lowest, int highest) implements Sieve {
    @Override
    public int keep(Block block, int[] places, int count) {
      int[] values = block.of(column);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int place = places[i];
        int value = values[place];
        places[kept] = place;
        kept += value >= lowest && value <= highest ? 1 : 0;
      }
      return kept;
    }
  }

  /**
   * The column holds a word that fits.
   *
   * @param fitting by number of the word
   */
  record OneOf(Column column, boolean[] fitting) implements Sieve {
    @Override
    public int keep(Block block, int[] places, int count) {
      int[] words = block.of(column);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int place = places[i];
        int word = words[place];
        places[kept] = place;
        kept += word >= 0 && fitting[word] ? 1 : 0;
      }
      return kept;
    }
  }

  /**
   * A medicine of these was bought.
   *
   * @param ofClass by number of the ATC code
   * @param since the first day that counts
   */
  record Took(boolean[] ofClass, int since) implements Sieve {
    @Override
    public int keep(Block block, int[] places, int count) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int place = places[i];
        places[kept] = place;
        kept += block.took(place, ofClass, since) ? 1 : 0;
      }
      return kept;
    }
  }

  /** All hold; everybody fits where there are none. */
  record All(List<Sieve> sieves) implements Sieve {
    @Override
    public int keep(Block block, int[] places, int count) {
      int left = count;
      for (Sieve sieve : sieves) {
        left = sieve.keep(block, places, left);
      }
      return left;
    }
  }

  /** One holds and the other does not. */
  record Differs(Sieve one, Sieve other) implements Sieve {

    static Sieve not(Sieve sieve) {
      return new Differs(new All(List.of()), sieve);
    }

    @Override
    public int keep(Block block, int[] places, int count) {
      int[] ones = Arrays.copyOf(places, count);
      int[] others = Arrays.copyOf(places, count);
      int onesLeft = one.keep(block, ones, count);
      int othersLeft = other.keep(block, others, count);
      int kept = 0;
      int i = 0;
      int j = 0;
      while (i < onesLeft || j < othersLeft) {
        int mine = i < onesLeft ? ones[i] : Integer.MAX_VALUE;
        int theirs = j < othersLeft ? others[j] : Integer.MAX_VALUE;
        if (mine != theirs) {
          places[kept++] = Math.min(mine, theirs);
        }
        i += mine <= theirs ? 1 : 0;
        j += theirs <= mine ? 1 : 0;
      }
      return kept;
    }
  }
}
