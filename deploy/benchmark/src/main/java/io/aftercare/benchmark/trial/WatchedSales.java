package io.aftercare.benchmark.trial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.Tokens;
import io.aftercare.benchmark.load.Customers;
import io.aftercare.benchmark.load.SaleRequests;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Sales of which every so many is followed until its call is visible. */
final class WatchedSales extends SaleRequests {

  private static final int EVERY = 20;
  private static final String ID = "\"id\":\"";
  private static final int UUID_LENGTH = 36;

  private final CallWatch watch;
  private long answered;
  private boolean watching;

  WatchedSales(
      Customers customers,
      Tokens tokens,
      Numbers numbers,
      List<JsonNode> products,
      CallWatch watch) {
    super(customers, tokens, numbers, Duration.ofMinutes(5), 1, 201, products);
    this.watch = watch;
  }

  /** From now on sales are followed. */
  void follow() {
    watching = true;
  }

  @Override
  public boolean wantsBodies() {
    return true;
  }

  @Override
  public void answered(int connection, int status, ByteBuf body, long due) {
    if (watching && ++answered % EVERY == 0) {
      String text = body.toString(0, Math.min(body.readableBytes(), 200), US_ASCII);
      int at = text.indexOf(ID);
      if (at < 0) {
        throw new Broken("A sale was answered without its id: " + text);
      }
      int from = at + ID.length();
      watch.await(UUID.fromString(text.substring(from, from + UUID_LENGTH)), due);
    }
  }
}
