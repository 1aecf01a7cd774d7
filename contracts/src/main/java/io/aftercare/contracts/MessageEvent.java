package io.aftercare.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is no call, a message or a word at the counter, as it stands after a change;
 * carried by message scheduled and message changed. What was written and where to is never told.
 *
 * @param contactId the contact, and the key of its events
 * @param version grows by one with every change that is told, from 1
 * @param state {@code queued}, {@code waiting}, {@code sent}, {@code delivered}, {@code done},
 *     {@code failed}, {@code opted-out}, {@code expired}, {@code cancelled} or {@code held-out}
 * @param causeId what it came from: a sale, what happened to one (a recall, a resolved complaint),
 *     a care offer, or a promised service
 * @param saleId the sale it is about; absent where it is about none
 * @param customerId the pseudonymous customer
 * @param storeId the store it speaks for; absent where it speaks for the chain
 * @param programme the programme that made it, such as {@code refill}
 * @param programmeVersion the version of the programme that made it
 * @param step the programme's step, from 1
 * @param purpose {@code reminders} or {@code marketing}: the consent it needs
 * @param channel {@code sms}, {@code email}, {@code wechat} or {@code in-person}; absent while it
 *     is not decided
 * @param dueAt first instant at which it may be sent
 * @param closesAt first instant at which it may no longer be sent in this window
 * @param attempts how often it was handed to a provider
 * @param reason why it was not sent, or will not be; a name such as {@code no-address}
 * @param experiment the experiment its customer is in; absent where they are in none
 * @param arm {@code called} where it is sent, or {@code held-out}; only in an experiment
 */
public record MessageEvent(
    UUID contactId,
    long version,
    String state,
    UUID causeId,
    @Nullable UUID saleId,
    UUID customerId,
    @Nullable String storeId,
    String programme,
    int programmeVersion,
    int step,
    String purpose,
    @Nullable String channel,
    Instant dueAt,
    Instant closesAt,
    int attempts,
    @Nullable String reason,
    @Nullable String experiment,
    @Nullable String arm) {}
