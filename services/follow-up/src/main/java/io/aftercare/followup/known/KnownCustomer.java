package io.aftercare.followup.known;

import io.aftercare.followup.window.Preference;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer, as far as the rules ask about them: a pseudonym with a clock.
 *
 * @param version the customer's version that this is
 * @param mergedInto who took this customer over; only when merged
 * @param birthMonth absent where unknown
 * @param preference when the customer likes to be called; absent when any lawful hour will do
 * @param blocked why no call may be made at all: {@code deceased}, {@code erased}, {@code
 *     restricted}, {@code do-not-call} or {@code consent-withdrawn}; absent when calls may be made
 * @param segments those the customer belongs to, such as {@code elderly}
 * @param language primary subtag of the best language, such as {@code zh}; absent where unknown
 * @param preferredChannel by which they like best to hear from the chain; absent where they did not
 *     say
 */
public record KnownCustomer(
    UUID id,
    long version,
    @Nullable UUID mergedInto,
    @Nullable YearMonth birthMonth,
    ZoneId zone,
    @Nullable Preference preference,
    @Nullable String blocked,
    Set<String> segments,
    @Nullable String language,
    @Nullable String preferredChannel) {}
