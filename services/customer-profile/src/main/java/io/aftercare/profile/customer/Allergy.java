package io.aftercare.profile.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A medicine that the customer does not bear.
 *
 * @param atc ATC code (WHO) of the class or the substance, such as {@code J01C} for penicillins
 * @param name in the customer's words
 */
public record Allergy(
    @NotNull @Pattern(regexp = ATC, message = "must be an ATC code, such as J01C") String atc,
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String name) {

  /** Of any level: the anatomical group alone, down to the substance. */
  static final String ATC = "[ABCDGHJLMNPRSV]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?";
}
