package io.aftercare.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the chain offers one customer because of who they are, as it stands after a change;
 * carried by care offer made and changed. Whoever listens turns it into a contact.
 *
 * @param offerId the offer, and the key of its events
 * @param version grows by one with every change, from 1
 * @param state {@code offered}, {@code accepted}, {@code declined}, {@code attended} or {@code
 *     withdrawn}; all but the first two are ends
 * @param kind {@code birthday}, {@code seasonal}, {@code talk}, {@code group}, {@code adviser} or
 *     {@code delivery}
 * @param customerId the pseudonymous customer whom it is offered
 * @param storeId where it takes place or is to be had; absent where anywhere
 * @param messageKey names the words in which it is offered; the words themselves are the listener's
 * @param onDate the day to offer it, in the customer's own zone
 * @param channel by which it is offered: {@code call}, {@code sms}, {@code email}, {@code wechat}
 *     or {@code post}; absent where the listener chooses
 * @param startsAt when a talk or a meeting of a group begins; absent for other kinds
 * @param expiresOn first day, in the customer's own zone, on which it is no longer offered; absent
 *     where it stays
 */
public record CareOfferEvent(
    UUID offerId,
    long version,
    String state,
    String kind,
    UUID customerId,
    @Nullable String storeId,
    String messageKey,
    LocalDate onDate,
    @Nullable String channel,
    @Nullable Instant startsAt,
    @Nullable LocalDate expiresOn) {}
