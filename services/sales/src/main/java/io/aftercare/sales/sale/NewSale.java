package io.aftercare.sales.sale;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.sales.product.Product;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * @param warnings warnings that were shown at the counter, acknowledged or not
 * @param acknowledgedWarnings warnings that somebody at the counter saw before selling all the same
 */
record NewSale(
    @NotNull @Pattern(regexp = NUMBER, message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
        String clientSaleId,
    @NotNull OffsetDateTime occurredAt,
    @Nullable UUID customerId,
    @NotNull Buyer buyer,
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Line> lines,
    @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be a three-letter currency code, such as USD")
        String currency,
    @Nullable @Valid Counselling counselling,
    @Nullable Set<@NotNull Flag> flags,
    @Nullable @Size(max = 200) List<@NotNull @Valid Warning> warnings,
    @Nullable @Size(max = 200) List<@NotNull @Valid AcknowledgedWarning> acknowledgedWarnings) {

  /** In the order of the enum; what is missing in it is the validator's to say. */
  private static <E extends Enum<E>> Set<E> sorted(Set<E> said) {
    return said.isEmpty() || said.contains(null) ? said : EnumSet.copyOf(said);
  }

  /** What a till's own number may look like. */
  static final String NUMBER = "[A-Za-z0-9._-]{1,64}";

  NewSale {
    flags = flags == null || flags.isEmpty() ? null : sorted(flags);
    warnings = warnings == null || warnings.isEmpty() ? null : warnings;
    acknowledgedWarnings =
        acknowledgedWarnings == null || acknowledgedWarnings.isEmpty()
            ? null
            : acknowledgedWarnings;
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
   * @param brandSwitch another brand than the customer's usual one, as people saw it; the house
   *     looks for itself besides
   * @param batch the maker's batch or lot, GS1 application identifier 10
   * @param expiry the last day it may be used, as printed on the pack
   * @param directions how to take it, in the label's words; for the receipt alone
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
          @Pattern(regexp = BATCH, message = "must be 1 to 20 letters, digits or marks of GS1")
          String batch,
      @Nullable LocalDate expiry,
      @Nullable @Size(max = 500) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
          String directions) {

    /** GS1 General Specifications, application identifier 10: twenty of character set 82. */
    static final String BATCH = "[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}";

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
   * @param declined the customer did not want to be counselled, which is an answer too
   */
  record Counselling(
      @NotNull @Size(max = 10) Set<@NotNull Asked> asked,
      @NotNull @Size(max = 10) Set<@NotNull Told> told,
      @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String by,
      @Nullable Boolean declined) {

    Counselling {
      asked = asked == null ? null : sorted(asked);
      told = told == null ? null : sorted(told);
      declined = Boolean.TRUE.equals(declined) ? true : null;
    }

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

  /**
   * A warning that was shown.
   *
   * @param line the line it was about, from 1
   * @param allergy ATC class of the recorded allergy, such as {@code J01C}
   */
  record Warning(
      @NotNull @Positive Integer line,
      @NotNull @Pattern(regexp = Product.ATC, message = Product.ATC_IN_WORDS) String allergy) {}

  /**
   * A warning that somebody saw and sold all the same.
   *
   * @param line the line it was about, from 1
   * @param allergy ATC class of the recorded allergy, such as {@code J01C}
   * @param by who took it upon them, as the store calls them
   */
  record AcknowledgedWarning(
      @NotNull @Positive Integer line,
      @NotNull @Pattern(regexp = Product.ATC, message = Product.ATC_IN_WORDS) String allergy,
      @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String by) {

    boolean answers(Warning warning) {
      return line.equals(warning.line()) && allergy.equals(warning.allergy());
    }
  }

  /** A warning was shown that nobody took upon them. It stops no sale; the store looks into it. */
  boolean leftWarningOpen() {
    return warnings != null
        && !warnings.stream()
            .allMatch(
                warning ->
                    acknowledgedWarnings != null
                        && acknowledgedWarnings.stream().anyMatch(each -> each.answers(warning)));
  }
}
