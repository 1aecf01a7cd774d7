package io.aftercare.profile.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An illness that the customer lives with.
 *
 * @param icd10 ICD-10 code (WHO), such as {@code E11.9}
 * @param name in the customer's words
 * @param since the first day it is known for; absent where nobody said
 */
public record Condition(
    @NotNull
        @Pattern(
            regexp = "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?",
            message = "must be an ICD-10 code, such as E11.9")
        String icd10,
    @NotBlank
        @Size(max = 200)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String name,
    @Nullable LocalDate since) {}
