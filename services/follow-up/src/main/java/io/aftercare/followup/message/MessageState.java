package io.aftercare.followup.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a message stands.
 *
 * <pre>
 * queued   → sending    a sender claims it
 *          → queued     it gets another time
 *          → expired    its time is over
 *          → cancelled  what it was about is void, the customer may not be written to
 * sending  → sent       a provider took it
 *          → queued     to be tried again, held back by a cap, or its sender has gone before handing it over
 *          → opted-out  the customer does not want it
 *          → failed     nobody takes it, there is no address, or nobody knows whether it went
 *          → cancelled  refused for good
 * sent     → delivered, failed   the provider says what came of it
 * waiting  → done       said at the counter
 *          → expired, cancelled
 * cancelled → queued, waiting   what had made it needless is over
 * held-out  → cancelled  what it was about is void
 * delivered, done, failed, opted-out and expired are final.
 * </pre>
 */
public enum MessageState {
  QUEUED("queued"),
  WAITING("waiting"),
  SENDING("sending"),
  SENT("sent"),
  DELIVERED("delivered"),
  DONE("done"),
  FAILED("failed"),
  OPTED_OUT("opted-out"),
  EXPIRED("expired"),
  CANCELLED("cancelled"),
  /** Not sent, so that others can be compared with it. */
  HELD_OUT("held-out");

  private static final Map<String, MessageState> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(MessageState::key, Function.identity()));

  private final String key;

  MessageState(String key) {
    this.key = key;
  }

  /** As it is stored and shown. */
  public String key() {
    return key;
  }

  static MessageState of(String key) {
    MessageState state = BY_KEY.get(key);
    if (state == null) {
      throw new IllegalArgumentException("There is no state " + key);
    }
    return state;
  }
}
