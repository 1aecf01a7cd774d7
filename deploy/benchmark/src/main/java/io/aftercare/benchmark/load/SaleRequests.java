package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.benchmark.house.Tokens;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sales as the tills of {@link #STORES} stores post them, every one under a new number and for a
 * customer of the chain; a connection is a till.
 */
public class SaleRequests implements Requests {

  public static final int STORES = 64;

  private static final int TEXTS = 512;
  private static final byte[] BATCH_OPENS = "{\"sales\":[".getBytes(US_ASCII);
  private static final byte[] BATCH_CLOSES = "]}".getBytes(US_ASCII);
  private static final byte[] EMPTY_LINE = "\r\n\r\n".getBytes(US_ASCII);

  private final Customers customers;
  private final List<byte[]> heads;
  private final List<SaleText> texts = new ArrayList<>(TEXTS);
  private final Numbers numbers;
  private final int perRequest;
  private final int expected;
  private final Random random;

  /** The numbers given to sales so far, over all phases of a run. */
  public static final class Numbers {
    private long last;

    long next() {
      return ++last;
    }
  }

  /**
   * @param age how long ago the sales happened; negative for sales that a till with a wrong clock
   *     claims from the future
   * @param perRequest 1, or more for batches
   * @param expected the status of a good answer
   * @param products what is sold
   */
  public SaleRequests(
      Customers customers,
      Tokens tokens,
      Numbers numbers,
      Duration age,
      int perRequest,
      int expected,
      List<JsonNode> products) {
    this.customers = customers;
    this.numbers = numbers;
    this.perRequest = perRequest;
    this.expected = expected;
    // Seeded: every run posts the same sales.
    this.random = new Random(1);
    OffsetDateTime occurredAt = OffsetDateTime.now().minus(age).withNano(0);
    for (int i = 0; i < TEXTS; i++) {
      texts.add(SaleText.of(products, occurredAt.minusMinutes(random.nextInt(30)), random));
    }
    String path = perRequest == 1 ? "/sales" : "/sales/batch";
    this.heads =
        IntStream.range(0, STORES)
            .mapToObj(store -> head(path, tokens.till(store(store))))
            .toList();
  }

  /** The id of a store, by number from 0. */
  public static String store(int number) {
    return "bench-" + number;
  }

  private static byte[] head(String path, String token) {
    return """
        POST %s HTTP/1.1\r
        host: localhost\r
        content-type: application/json\r
        accept: application/json\r
        authorization: Bearer %s\r
        content-length:\s"""
        .formatted(path, token)
        .getBytes(US_ASCII);
  }

  @Override
  public void write(int connection, ByteBuf out) {
    out.writeBytes(heads.get(connection % STORES));
    if (perRequest == 1) {
      SaleText text = anyText();
      out.writeCharSequence(Integer.toString(text.length()), US_ASCII);
      out.writeBytes(EMPTY_LINE);
      write(text, out);
    } else {
      writeBatch(out);
    }
  }

  private void writeBatch(ByteBuf out) {
    SaleText[] batch = new SaleText[perRequest];
    int length = BATCH_OPENS.length + perRequest - 1 + BATCH_CLOSES.length;
    for (int i = 0; i < perRequest; i++) {
      batch[i] = anyText();
      length += batch[i].length();
    }
    out.writeCharSequence(Integer.toString(length), US_ASCII);
    out.writeBytes(EMPTY_LINE);
    out.writeBytes(BATCH_OPENS);
    for (int i = 0; i < perRequest; i++) {
      if (i > 0) {
        out.writeByte(',');
      }
      write(batch[i], out);
    }
    out.writeBytes(BATCH_CLOSES);
  }

  /** One sale and the end of its line. */
  void writeLine(ByteBuf out) {
    write(anyText(), out);
    out.writeByte('\n');
  }

  private SaleText anyText() {
    return texts.get(random.nextInt(TEXTS));
  }

  private void write(SaleText text, ByteBuf out) {
    text.write(out, numbers.next(), customers.text(random.nextInt(Customers.COUNT)));
  }

  @Override
  public boolean isExpected(int status) {
    return status == expected;
  }
}
