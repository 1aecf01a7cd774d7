package io.aftercare.local;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store of the demonstration chain; each has a till that may log in.
 *
 * @param id the store's id and the {@code store_id} of its tokens
 * @param zone where its clock hangs
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, where its holidays differ from the country's
 */
public record DemoStore(String id, ZoneId zone, String country, @Nullable String region) {

  /** The stores, from west to east around the world. */
  public static final List<DemoStore> ALL =
      List.of(
          store("honolulu-1", "Pacific/Honolulu", "US", "HI"),
          store("la-1", "America/Los_Angeles", "US", "CA"),
          store("boston-1", "America/New_York", "US", "MA"),
          store("london-1", "Europe/London", "GB", "ENG"),
          store("bangkok-1", "Asia/Bangkok", "TH", null),
          store("shanghai-1", "Asia/Shanghai", "CN", null),
          store("sydney-1", "Australia/Sydney", "AU", "NSW"),
          store("auckland-1", "Pacific/Auckland", "NZ", null));

  private static DemoStore store(String id, String zone, String country, @Nullable String region) {
    return new DemoStore(id, ZoneId.of(zone), country, region);
  }
}
