package io.aftercare.profile.care;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.kit.time.Ids;
import io.aftercare.profile.customer.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one customer is offered.
 *
 * @param occasion of the same kind and occasion a customer has one offer
 * @param about what it belongs to
 * @param messageKey names the words in which it is offered
 * @param onDate the day to offer it, in the customer's own zone
 * @param channel by which; absent where whoever offers it chooses
 * @param startsAt of a gathering
 * @param expiresOn first day, in the customer's own zone, on which it is no longer offered
 */
public record CareOffer(
    UUID id,
    long version,
    State state,
    Kind kind,
    UUID customerId,
    String occasion,
    About about,
    @Nullable String storeId,
    String messageKey,
    LocalDate onDate,
    Consent.@Nullable Channel channel,
    @Nullable Instant startsAt,
    @Nullable LocalDate expiresOn) {

  /** How far an offer has come. */
  public enum State {
    @JsonProperty("offered")
    OFFERED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("attended")
    ATTENDED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    boolean isEnd() {
      return this != OFFERED && this != ACCEPTED;
    }
  }

  /** What is offered. */
  public enum Kind {
    @JsonProperty("birthday")
    BIRTHDAY,
    @JsonProperty("seasonal")
    SEASONAL,
    @JsonProperty("talk")
    TALK,
    @JsonProperty("group")
    GROUP,
    @JsonProperty("adviser")
    ADVISER,
    @JsonProperty("delivery")
    DELIVERY
  }

  /** The campaign or the gathering that an offer belongs to, if it belongs to one. */
  public record About(@Nullable UUID campaignId, @Nullable UUID gatheringId) {
    public static final About NOTHING = new About(null, null);
  }

  /** A new one. */
  public static CareOffer of(
      Kind kind,
      UUID customerId,
      String occasion,
      About about,
      @Nullable String storeId,
      String messageKey,
      LocalDate onDate,
      Consent.@Nullable Channel channel,
      @Nullable Instant startsAt,
      @Nullable LocalDate expiresOn) {
    return new CareOffer(
        Ids.next(),
        1,
        State.OFFERED,
        kind,
        customerId,
        occasion,
        about,
        storeId,
        messageKey,
        onDate,
        channel,
        startsAt,
        expiresOn);
  }

  /**
   * Whether it may go there from here: an end is one, and only who accepted can have attended.
   * Whoever comes without having answered has accepted by coming.
   */
  boolean mayBecome(State next) {
    return !state.isEnd() && next != State.OFFERED && next != state;
  }

  CareOffer moved(State next) {
    return new CareOffer(
        id,
        version + 1,
        next,
        kind,
        customerId,
        occasion,
        about,
        storeId,
        messageKey,
        onDate,
        channel,
        startsAt,
        expiresOn);
  }
}
