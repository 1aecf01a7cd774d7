package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.UUID;
import java.util.stream.IntStream;

/** The chain's customers, by number from 0. */
public final class Customers {

  public static final int COUNT = 100_000;

  private final byte[][] ids = new byte[COUNT][];

  public Customers() {
    for (int i = 0; i < COUNT; i++) {
      ids[i] = id(i).toString().getBytes(US_ASCII);
    }
  }

  /** The id of a customer, the same in every run. */
  public static UUID id(int number) {
    return UUID.nameUUIDFromBytes(("customer " + number).getBytes(US_ASCII));
  }

  /** The ids of the customers from this number up to that, it excluded. */
  public static UUID[] ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(Customers::id).toArray(UUID[]::new);
  }

  /** The id in letters. */
  byte[] text(int number) {
    return ids[number];
  }
}
