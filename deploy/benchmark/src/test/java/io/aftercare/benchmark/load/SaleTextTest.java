package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaleTextTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-03T14:05:00-05:00");

  @Test
  void only_number_and_customer_change() throws IOException {
    SaleText text = SaleText.of(Catalogue.read().products(), AT, new Random(1));
    String customer = Customers.id(7).toString();

    JsonNode first = written(text, 1, customer);
    JsonNode second = written(text, 98_765_432_109L, customer);

    assertThat(first.path("clientSaleId").asText()).isEqualTo("n00000000001");
    assertThat(second.path("clientSaleId").asText()).isEqualTo("n98765432109");
    assertThat(first.path("customerId").asText()).isEqualTo(customer);
    assertThat(second.path("lines")).isEqualTo(first.path("lines"));
  }

  @Test
  void sales_have_one_to_three_lines_and_the_size_of_a_till_s_message() throws IOException {
    Random random = new Random(1);
    Set<Integer> lines = new HashSet<>();
    int bytes = 0;
    for (int i = 0; i < 200; i++) {
      SaleText text = SaleText.of(Catalogue.read().products(), AT, random);
      lines.add(written(text, i, Customers.id(i).toString()).path("lines").size());
      bytes += text.length();
    }
    assertThat(lines).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(bytes / 200).isBetween(500, 700);
  }

  private static JsonNode written(SaleText text, long number, String customer) throws IOException {
    ByteBuf out = Unpooled.buffer();
    text.write(out, number, customer.getBytes(US_ASCII));
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }
}
