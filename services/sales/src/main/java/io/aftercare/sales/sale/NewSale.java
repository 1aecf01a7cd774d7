package io.aftercare.sales.sale;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as a till posts it. Two of them are the same when their values are, however they were
 * written.
 *
 * @param clientSaleId the till's own number for it, unique in the store; the same again is the same
 *     sale
 * @param occurredAt when it was sold, with the offset of the till's clock
 * @param customerId the customer, if known; the profile may arrive later
 * @param buyer who stood at the counter
 * @param currency ISO 4217
 * @param flags what only people at the counter can know
 */
record NewSale(
    @NotNull
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
        String clientSaleId,
    @NotNull OffsetDateTime occurredAt,
    @Nullable UUID customerId,
    @NotNull Buyer buyer,
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Line> lines,
    @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be a three-letter currency code, such as USD")
        String currency,
    @Nullable @Valid Counselling counselling,
    @Nullable Set<@NotNull Flag> flags) {

  NewSale {
    flags = flags == null || flags.isEmpty() ? null : new TreeSet<>(flags);
  }

  enum Buyer {
    @JsonProperty("self")
    SELF,
    @JsonProperty("caregiver")
    CAREGIVER,
    @JsonProperty("other")
    OTHER;

    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  enum Flag {
    @JsonProperty("missed-dose-risk")
    MISSED_DOSE_RISK
  }

  /**
   * One line.
   *
   * @param quantity packs
   * @param unitPrice price of one pack in the sale's currency
   * @param daysSupply days that the whole line lasts; the catalogue's figure is used where absent
   * @param brandSwitch another brand than the customer's usual one
   * @param batch the batch on the pack (GS1 AI 10), by which a recall finds the sale
   */
  record Line(
      @NotNull @Valid SoldProduct product,
      @NotNull @Positive @Max(10_000) Integer quantity,
      @NotNull @PositiveOrZero @DecimalMax("10000000") @Digits(integer = 8, fraction = 4)
          BigDecimal unitPrice,
      @Nullable @Positive @Max(1_000) Integer daysSupply,
      @NotNull Boolean prescription,
      @Nullable Boolean brandSwitch,
      @Nullable
          @Pattern(
              regexp = "[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}",
              message = "must be 1 to 20 characters of a GS1 batch")
          String batch) {

    Line {
      // 7.50 and 7.5 are one price.
      unitPrice = unitPrice == null ? null : unitPrice.stripTrailingZeros();
      brandSwitch = Boolean.TRUE.equals(brandSwitch) ? true : null;
    }
  }

  /** Anything that can be shown, and kept by a database. */
  static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

  static final String UNPRINTABLE = "must not hold control characters";

  /** What the till knows of the product; the catalogue may know more. */
  record SoldProduct(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,32}", message = "must be 1 to 32 of a-z 0-9 -")
          String system,
      @NotBlank @Size(max = 64) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String code,
      @NotBlank @Size(max = 300) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name,
      @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String form,
      @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
          String strength) {}

  /**
   * What was asked and told at the counter.
   *
   * @param by who did it, as the store calls them
   */
  record Counselling(
      @NotNull @Size(max = 10) Set<@NotNull Asked> asked,
      @NotNull @Size(max = 10) Set<@NotNull Told> told,
      @Nullable @Size(max = 100) String by) {

    enum Asked {
      @JsonProperty("symptoms")
      SYMPTOMS,
      @JsonProperty("allergies")
      ALLERGIES,
      @JsonProperty("other-medicines")
      OTHER_MEDICINES
    }

    enum Told {
      @JsonProperty("dose")
      DOSE,
      @JsonProperty("time-of-day")
      TIME_OF_DAY,
      @JsonProperty("side-effects")
      SIDE_EFFECTS,
      @JsonProperty("food")
      FOOD
    }
  }
}
