package io.aftercare.followup.agent;

import java.util.List;

/**
 * Which calls somebody may be given.
 *
 * @param languages primary subtags of BCP 47 that they speak; empty for any
 * @param regions calling regions whose stores they serve
 * @param stores whose customers they serve; where there are no regions either, all
 */
public record AgentReach(List<String> languages, List<String> regions, List<String> stores) {

  /** Of whom nothing is on file: every call. */
  public static final AgentReach ANY = new AgentReach(List.of(), List.of(), List.of());

  public AgentReach {
    languages = languages.stream().distinct().sorted().toList();
    regions = regions.stream().distinct().sorted().toList();
    stores = stores.stream().distinct().sorted().toList();
  }

  /** Somebody of a region in which no store has sold yet serves none, and not all. */
  public boolean isOfEveryStore() {
    return regions.isEmpty() && stores.isEmpty();
  }
}
