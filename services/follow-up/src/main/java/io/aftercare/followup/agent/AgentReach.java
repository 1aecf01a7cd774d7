package io.aftercare.followup.agent;

import java.util.List;

/**
 * Which calls somebody may be given.
 *
 * @param languages primary subtags of BCP 47 that they speak; empty for any
 * @param stores whose customers they serve; empty for all
 */
public record AgentReach(List<String> languages, List<String> stores) {

  /** Of whom nothing is on file: every call. */
  public static final AgentReach ANY = new AgentReach(List.of(), List.of());

  public AgentReach {
    languages = languages.stream().distinct().sorted().toList();
    stores = stores.stream().distinct().sorted().toList();
  }
}
