package io.aftercare.sales.store;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a store is open otherwise than usual.
 *
 * @param date by the store's clock
 * @param hours instead of the weekday's; empty when it is closed
 * @param note why, for people
 */
public record OpeningException(
    @NotNull LocalDate date,
    @NotNull @Size(max = 6) List<OpeningHours.@NotNull @Valid Hours> hours,
    @Nullable @Size(max = 200) @Pattern(regexp = Store.PRINTABLE, message = Store.UNPRINTABLE)
        String note) {}
