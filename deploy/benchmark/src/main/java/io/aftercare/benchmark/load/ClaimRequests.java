package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.aftercare.benchmark.house.Broken;
import io.aftercare.benchmark.house.Tokens;
import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Agents who ask for their next call; a connection is an agent. Sees to it that no call is given
 * twice.
 */
public final class ClaimRequests implements Requests {

  private static final String ID = "\"id\":\"";
  private static final int UUID_LENGTH = 36;
  private static final int GIVEN = 200;
  private static final int NONE_DUE = 204;

  private final List<byte[]> requests;
  private final boolean someAreDue;
  private final Map<UUID, Integer> agents = new HashMap<>();
  private int again;

  /**
   * @param someAreDue whether every agent must be given a call, or none
   */
  public ClaimRequests(Tokens tokens, int agents, boolean someAreDue) {
    this.someAreDue = someAreDue;
    this.requests =
        IntStream.range(0, agents)
            .mapToObj(agent -> request(tokens.of("agent-" + agent, null, "agent")))
            .toList();
  }

  private static byte[] request(String token) {
    return """
        POST /calls/claim HTTP/1.1\r
        host: localhost\r
        content-type: application/json\r
        accept: application/json\r
        authorization: Bearer %s\r
        content-length: 2\r
        \r
        {}"""
        .formatted(token)
        .getBytes(US_ASCII);
  }

  @Override
  public void write(int connection, ByteBuf out) {
    out.writeBytes(requests.get(connection));
  }

  @Override
  public boolean isExpected(int status) {
    return status == (someAreDue ? GIVEN : NONE_DUE);
  }

  @Override
  public boolean wantsBodies() {
    return someAreDue;
  }

  @Override
  public void answered(int connection, int status, ByteBuf body, long due) {
    if (status == GIVEN) {
      given(connection, body);
    }
  }

  /** A call is finished before its agent asks again, and is never given to another after that. */
  private void given(int agent, ByteBuf body) {
    String text = body.toString(0, Math.min(body.readableBytes(), 200), US_ASCII);
    int from = text.indexOf(ID) + ID.length();
    UUID call = UUID.fromString(text.substring(from, from + UUID_LENGTH));
    Integer before = agents.putIfAbsent(call, agent);
    if (before == null) {
      return;
    }
    if (before != agent) {
      throw new Broken("Call %s was given to agents %d and %d".formatted(call, before, agent));
    }
    again++;
  }

  /** Calls given, each counted once. */
  public int calls() {
    return agents.size();
  }

  /** How often an agent got back the call that was held already. */
  public int again() {
    return again;
  }
}
