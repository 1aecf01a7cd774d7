package io.aftercare.sales.store;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
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
 * @param openingHours by its own clock; a day without hours is closed
 * @param openingExceptions days that are not like their weekday
 * @param languages in which it can serve, best first (BCP 47)
 * @param callingRegion names the call-centre team that calls its customers
 */
@SoundStore
public record Store(
    @NotNull @Pattern(regexp = ID, message = ID_IN_WORDS) String id,
    @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name,
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
    @Nullable @Size(max = 40) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String phone,
    @Nullable @Valid Address address,
    @Nullable @Valid OpeningHours openingHours,
    @Nullable @Size(max = 400) List<@NotNull @Valid OpeningException> openingExceptions,
    @Nullable @Size(max = 10)
        List<@NotNull @Pattern(regexp = LANGUAGE, message = LANGUAGE_IN_WORDS) String> languages,
    @Nullable @Valid ReceiptSettings receipt,
    @Nullable @Pattern(regexp = ID, message = ID_IN_WORDS) String callingRegion) {

  public static final String ID = "[A-Za-z0-9._-]{1,64}";
  public static final String ID_IN_WORDS = "must be 1 to 64 of A-Z a-z 0-9 . _ -";

  static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";
  static final String LANGUAGE_IN_WORDS = "must be a language tag, such as en, th or zh-Hant";

  /** Anything that can be shown, and kept by a database. */
  static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

  static final String UNPRINTABLE = "must not hold control characters";

  /** A store of which only what is needed is told. */
  public Store(
      String id,
      String name,
      ZoneId zone,
      String country,
      @Nullable String region,
      String currency,
      @Nullable String phone) {
    this(id, name, zone, country, region, currency, phone, null, null, null, null, null, null);
  }

  /** Where it stands. */
  public record Address(
      @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String street,
      @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String city,
      @Nullable @Size(max = 20) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
          String postalCode) {}

  /**
   * What its receipts say beside the sale.
   *
   * @param showPrices true unless said otherwise
   */
  public record ReceiptSettings(
      @Nullable @Size(max = 300) @Pattern(regexp = LINES, message = UNPRINTABLE) String header,
      @Nullable @Size(max = 500) @Pattern(regexp = LINES, message = UNPRINTABLE) String footer,
      @Nullable Boolean showPrices) {

    static final String LINES = "(?:[^\\p{Cc}\\p{Cs}]|\\n)*+";

    public ReceiptSettings {
      showPrices = showPrices == null || showPrices;
    }
  }
}
