package io.aftercare.profile.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A medicine that the customer says they take all the time, wherever they buy it.
 *
 * @param atc ATC code (WHO); absent where nobody knows it
 * @param name as the customer calls it
 * @param taking how much and when, in the customer's words
 * @param since first day of taking it; absent where nobody said
 */
public record LongTermMedicine(
    @Nullable @Pattern(regexp = Allergy.ATC, message = "must be an ATC code, such as C09AA05")
        String atc,
    @NotBlank
        @Size(max = 200)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String name,
    @Nullable
        @Size(max = 200)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String taking,
    @Nullable LocalDate since) {}
