package io.aftercare.profile.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.care.Audience;
import io.aftercare.profile.care.CareOffer;
import io.aftercare.profile.customer.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An offer that comes by itself to all whom it concerns.
 *
 * @param messageKey names the words in which it is offered
 * @param storeId the store's own customers alone; all when absent
 * @param ageFrom years; absent where there is no youngest
 * @param ageBelow years; absent where there is no oldest
 * @param segment who is in it alone, as of the day; all when absent
 * @param channel by which; absent where whoever offers it chooses
 * @param startsOn first day, in each customer's own zone
 * @param endsOn last day
 * @param stoppedAt absent while it runs
 */
record Campaign(
    UUID id,
    Kind kind,
    String messageKey,
    @Nullable String storeId,
    @Nullable Integer ageFrom,
    @Nullable Integer ageBelow,
    @Nullable String segment,
    Consent.@Nullable Channel channel,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant openedAt,
    @Nullable Instant stoppedAt) {

  /** What it offers. */
  enum Kind {
    /** On the customer's birthday, once a year. */
    @JsonProperty("birthday")
    BIRTHDAY(CareOffer.Kind.BIRTHDAY),
    /** Education for the season, once. */
    @JsonProperty("seasonal")
    SEASONAL(CareOffer.Kind.SEASONAL),
    /** Delivery to the home, once. */
    @JsonProperty("delivery")
    DELIVERY(CareOffer.Kind.DELIVERY);

    private final CareOffer.Kind offers;

    Kind(CareOffer.Kind offers) {
      this.offers = offers;
    }
  }

  /** A birthday offer holds so many days. */
  private static final int BIRTHDAY_DAYS = 3;

  boolean runsOn(LocalDate day) {
    return stoppedAt == null && !day.isBefore(startsOn) && !day.isAfter(endsOn);
  }

  /** Whom it concerns on this day. */
  Audience.Wanted wanted(String zone, LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    return new Audience.Wanted(
        zone,
        storeId,
        ageFrom == null ? null : month.minusYears(ageFrom),
        ageBelow == null ? null : month.minusYears(ageBelow),
        kind == Kind.BIRTHDAY
            // Who was born on a leap day has it on the first of March in other years.
            ? Stream.of(today, today.minusDays(1))
                .map(LocalDate::getMonthValue)
                .distinct()
                .toArray(Integer[]::new)
            : null,
        null,
        channel,
        segment);
  }

  /**
   * The offer of a day.
   *
   * @param born the date of birth, where the offer is for a birthday
   * @return none where the day is not the birthday
   */
  List<CareOffer> offer(UUID customer, @Nullable LocalDate born, LocalDate today) {
    boolean birthday = kind == Kind.BIRTHDAY;
    if (birthday && (born == null || !today.equals(birthday(born, today)))) {
      return List.of();
    }
    return List.of(
        CareOffer.of(
            kind.offers,
            customer,
            // Of two campaigns for birthdays the first one greets.
            birthday ? String.valueOf(today.getYear()) : id.toString(),
            new CareOffer.About(id, null),
            storeId,
            messageKey,
            today,
            channel,
            null,
            birthday ? today.plusDays(BIRTHDAY_DAYS) : endsOn.plusDays(1)));
  }

  private static LocalDate birthday(LocalDate born, LocalDate today) {
    boolean skipped =
        MonthDay.from(born).equals(MonthDay.of(2, 29)) && !Year.isLeap(today.getYear());
    return skipped ? LocalDate.of(today.getYear(), 3, 1) : born.withYear(today.getYear());
  }
}
