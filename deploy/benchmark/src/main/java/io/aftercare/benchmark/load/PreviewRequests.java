package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.aftercare.benchmark.house.Tokens;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Care managers who ask how many customers a rule takes in, each time another rule. */
public final class PreviewRequests implements Requests {

  private static final int OK = 200;
  private static final int RULES = 40;

  private final List<byte[]> requests = new ArrayList<>();
  private int next;

  public PreviewRequests(Tokens tokens) {
    String token = tokens.of("care-manager", null, "care-manager");
    for (int i = 0; i < RULES; i++) {
      requests.add(request(token, i));
    }
  }

  /** Five conditions, none of which leaves few customers to the next. */
  private static byte[] request(String token, int number) {
    String body =
        """
        {"rule":{"all":[{"fact":"age","from":%d},{"fact":"language","anyOf":["en","es"]},\
        {"fact":"last-visit","withinDays":%d},{"fact":"adherence","below":%d},\
        {"fact":"medicine","atc":"C","withinDays":365}]}}"""
            .formatted(20 + number, 200 + number, 99 - number);
    return """
        POST /segments/preview HTTP/1.1\r
        host: localhost\r
        content-type: application/json\r
        accept: application/json\r
        authorization: Bearer %s\r
        content-length: %d\r
        \r
        %s"""
        .formatted(token, body.length(), body)
        .getBytes(US_ASCII);
  }

  @Override
  public void write(int connection, ByteBuf out) {
    out.writeBytes(requests.get(next++ % RULES));
  }

  @Override
  public boolean isExpected(int status) {
    return status == OK;
  }
}
