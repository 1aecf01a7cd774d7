package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;

/** A sale's JSON, made once and written often: only its number and its customer change. */
final class SaleText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NUMBER = "n00000000000";
  private static final String CUSTOMER = "00000000-0000-4000-8000-000000000000";
  private static final int DIGITS = NUMBER.length() - 1;

  private final byte[] bytes;
  private final int numberAt;
  private final int customerAt;

  private SaleText(String text) {
    this.bytes = text.getBytes(US_ASCII);
    this.numberAt = text.indexOf(NUMBER) + 1;
    this.customerAt = text.indexOf(CUSTOMER);
  }

  /** A sale of one to three products, as tills post it. */
  static SaleText of(List<JsonNode> products, OffsetDateTime occurredAt, Random random) {
    ObjectNode sale = JSON.createObjectNode();
    sale.put("clientSaleId", NUMBER);
    sale.put("occurredAt", occurredAt.toString());
    sale.put("customerId", CUSTOMER);
    sale.put("buyer", random.nextInt(5) == 0 ? "caregiver" : "self");
    ArrayNode lines = sale.putArray("lines");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      lines.add(line(products.get(random.nextInt(products.size())), random));
    }
    sale.put("currency", "USD");
    if (random.nextBoolean()) {
      ObjectNode counselling = sale.putObject("counselling");
      counselling.putArray("asked").add("allergies").add("other-medicines");
      counselling.putArray("told").add("dose").add("side-effects");
    }
    if (random.nextInt(10) == 0) {
      sale.putArray("flags").add("missed-dose-risk");
    }
    return new SaleText(sale.toString());
  }

  private static ObjectNode line(JsonNode product, Random random) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode sold = line.putObject("product");
    for (String field : List.of("system", "code", "name", "form", "strength")) {
      sold.set(field, product.get(field));
    }
    line.put("quantity", 1 + random.nextInt(2));
    line.put("unitPrice", BigDecimal.valueOf(100 + random.nextInt(5_000), 2));
    line.put("daysSupply", product.path("daysSupply").asInt());
    line.put("prescription", product.path("prescription").asBoolean());
    if (random.nextInt(10) == 0) {
      line.put("brandSwitch", true);
    }
    return line;
  }

  int length() {
    return bytes.length;
  }

  void write(ByteBuf out, long number, byte[] customer) {
    int at = out.writerIndex();
    out.writeBytes(bytes);
    out.setBytes(at + customerAt, customer);
    long rest = number;
    for (int digit = DIGITS - 1; digit >= 0; digit--) {
      out.setByte(at + numberAt + digit, '0' + (int) (rest % 10));
      rest /= 10;
    }
  }
}
