package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.aftercare.benchmark.house.Tokens;
import io.netty.buffer.ByteBuf;
import java.util.SplittableRandom;

/** A store that reads the cards of its customers, whoever comes. */
public final class CardRequests implements Requests {

  /** Whose customers they are. */
  public static final String STORE = "bench-cards";

  private static final int OK = 200;
  private static final long SEED = 20_261_125;

  private final SplittableRandom whoever = new SplittableRandom(SEED);
  private final Customers customers;
  private final int known;
  private final byte[] rest;

  /**
   * @param known how many customers the store has
   */
  public CardRequests(Customers customers, int known, Tokens tokens) {
    this.customers = customers;
    this.known = known;
    this.rest =
        """
        /card HTTP/1.1\r
        host: localhost\r
        accept: application/json\r
        authorization: Bearer %s\r
        \r
        """
            .formatted(tokens.of("till-cards", STORE, "store"))
            .getBytes(US_ASCII);
  }

  @Override
  public void write(int connection, ByteBuf out) {
    out.writeCharSequence("GET /customers/", US_ASCII);
    out.writeBytes(customers.text(whoever.nextInt(known)));
    out.writeBytes(rest);
  }

  @Override
  public boolean isExpected(int status) {
    return status == OK;
  }
}
