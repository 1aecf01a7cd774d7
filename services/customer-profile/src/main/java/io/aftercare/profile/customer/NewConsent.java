package io.aftercare.profile.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An answer as somebody writes it down.
 *
 * @param wording the version of the words the customer heard or read
 * @param at when they answered, with offset; only where it is recorded on the spot may it be absent
 * @param source where they said so
 * @param proof what will show it later
 */
public record NewConsent(
    @NotNull Consent.Purpose purpose,
    @NotNull Consent.Channel channel,
    @NotNull Consent.State state,
    @NotNull
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
        String wording,
    @Nullable OffsetDateTime at,
    Consent.@Nullable Source source,
    @Nullable @Valid Proof proof) {}
