package io.aftercare.sales.store;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A store of the chain.
 *
 * @param id the chain's own short name for it; the {@code store_id} of its tokens
 * @param zone the zone of the clock on its wall
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 subdivision without the country, where holidays differ by it
 * @param currency ISO 4217
 * @param phone how customers reach it
 */
public record Store(
    @NotNull @Pattern(regexp = ID, message = ID_IN_WORDS) String id,
    @NotBlank @Size(max = 200) String name,
    @NotNull ZoneId zone,
    @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code, such as US")
        String country,
    @Nullable
        @Pattern(
            regexp = "[A-Z0-9]{1,3}",
            message = "must be an ISO 3166-2 subdivision without its country, such as MA")
        String region,
    @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be a three-letter currency code, such as USD")
        String currency,
    @Nullable @Size(max = 40) String phone) {

  public static final String ID = "[A-Za-z0-9._-]{1,64}";
  public static final String ID_IN_WORDS = "must be 1 to 64 of A-Z a-z 0-9 . _ -";
}
