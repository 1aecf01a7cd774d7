package io.aftercare.profile.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask about one customer, as of the day it was reckoned.
 *
 * @param active only active customers are in segments
 * @param mergedInto whom the customer was merged into then
 * @param birthMonth its first day; absent where unknown
 * @param storeId where the customer was last, or was registered before the first visit
 * @param languages BCP 47 tags, joined by commas
 * @param consents the standing answers, such as {@code CARE_CALLS/CALL=GIVEN}, joined by commas
 * @param visits days on which something was bought
 * @param visitsInYear those of the last 365 days
 * @param returnDays days from the first visit to the second; absent before it
 * @param spendInYear what was paid and kept in the last 365 days, in the currency
 * @param currency of the last visit that told one
 * @param pdc of the medicines taken for long, over the last 180 days; absent without any
 * @param longTermOn when a medicine for a long-term condition was last bought
 * @param medicines when each ATC code was last bought
 * @param dueOn first day on which time alone may change something; absent when it never will
 */
record Facts(
    UUID customerId,
    boolean active,
    @Nullable UUID mergedInto,
    @Nullable LocalDate birthMonth,
    @Nullable String storeId,
    String languages,
    String consents,
    int visits,
    int visitsInYear,
    @Nullable LocalDate lastVisit,
    @Nullable Integer returnDays,
    BigDecimal spendInYear,
    @Nullable String currency,
    @Nullable Integer pdc,
    @Nullable LocalDate longTermOn,
    SortedMap<String, LocalDate> medicines,
    @Nullable LocalDate dueOn) {}
