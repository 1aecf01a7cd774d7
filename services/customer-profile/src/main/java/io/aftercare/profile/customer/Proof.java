package io.aftercare.profile.customer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What shows later that an answer was given; kept sealed.
 *
 * @param reference where the evidence lies, such as the number of a scanned form or of a recording
 * @param text the customer's own words, where those are the evidence
 */
public record Proof(
    @Nullable
        @Size(max = 200)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String reference,
    @Nullable @Size(max = 2000) @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
        String text) {}
