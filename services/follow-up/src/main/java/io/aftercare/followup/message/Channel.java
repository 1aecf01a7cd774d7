package io.aftercare.followup.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A way to reach somebody without calling. */
public enum Channel {
  @JsonProperty("email")
  EMAIL("email"),
  @JsonProperty("sms")
  SMS("sms"),
  @JsonProperty("wechat")
  WECHAT("wechat"),
  /** A word at the counter, when the customer comes by. */
  @JsonProperty("in-person")
  IN_PERSON("in-person");

  private static final Map<String, Channel> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Channel::key, Function.identity()));

  private final String key;

  Channel(String key) {
    this.key = key;
  }

  /** As it is stored and told. */
  public String key() {
    return key;
  }

  /**
   * @throws IllegalArgumentException when there is no such channel
   */
  public static Channel of(String key) {
    Channel channel = BY_KEY.get(key);
    if (channel == null) {
      throw new IllegalArgumentException("There is no channel " + key);
    }
    return channel;
  }
}
