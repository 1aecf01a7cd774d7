package io.aftercare.sales.product;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the chain knows of a product.
 *
 * @param system the code system, in lower case, such as {@code rxnorm} or {@code gtin}
 * @param code the product's code in that system
 * @param atc ATC code (WHO), from one letter to the full seven characters
 * @param form dosage form in lower case words
 * @param prescription sold on prescription only
 * @param daysSupply days that one pack lasts as usually taken
 * @param highAlert grave harm when taken wrongly (idea: ISMP's list for community pharmacies)
 * @param specialForm taking it needs technique: pen, inhaler, drops, patch, injection
 * @param longTerm for a long-term condition
 */
public record Product(
    @NotNull @Pattern(regexp = "[a-z0-9-]{1,32}", message = "must be 1 to 32 of a-z 0-9 -")
        String system,
    @NotBlank @Size(max = 64) String code,
    @NotBlank @Size(max = 300) String name,
    @Nullable @Size(max = 100) String strength,
    @Nullable @Size(max = 100) String form,
    @Nullable @Pattern(regexp = ATC, message = ATC_IN_WORDS) String atc,
    boolean prescription,
    @Nullable @Positive @Max(1_000) Integer daysSupply,
    boolean highAlert,
    boolean specialForm,
    boolean longTerm) {

  /** An ATC code (WHO) of any of its five levels. */
  public static final String ATC = "[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?";

  public static final String ATC_IN_WORDS = "must be an ATC code, such as J01CA04";
}
