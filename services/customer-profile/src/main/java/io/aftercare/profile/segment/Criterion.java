package io.aftercare.profile.segment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.segment.Block.Column;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One question of a rule about a customer. What is unknown fits no question but a denied one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Criterion.Age.class, name = "age"),
  @JsonSubTypes.Type(value = Criterion.Medicine.class, name = "medicine"),
  @JsonSubTypes.Type(value = Criterion.LongTermMedicine.class, name = "long-term-medicine"),
  @JsonSubTypes.Type(value = Criterion.Adherence.class, name = "adherence"),
  @JsonSubTypes.Type(value = Criterion.LastVisit.class, name = "last-visit"),
  @JsonSubTypes.Type(value = Criterion.Visits.class, name = "visits"),
  @JsonSubTypes.Type(value = Criterion.VisitsInYear.class, name = "visits-in-year"),
  @JsonSubTypes.Type(value = Criterion.SpendInYear.class, name = "spend-in-year"),
  @JsonSubTypes.Type(value = Criterion.Return.class, name = "return"),
  @JsonSubTypes.Type(value = Criterion.StoreIs.class, name = "store"),
  @JsonSubTypes.Type(value = Criterion.LanguageIs.class, name = "language"),
  @JsonSubTypes.Type(value = Criterion.ConsentIs.class, name = "consent"),
  @JsonSubTypes.Type(value = Criterion.Not.class, name = "not")
})
@Schema(discriminatorProperty = "fact")
sealed interface Criterion {

  /**
   * @param words those of the blocks that will be searched
   */
  Sieve sieve(Words words, LocalDate today);

  /** Full years, reckoned by the month of birth. */
  record Age(@Min(0) @Max(150) @Nullable Integer from, @Min(0) @Max(150) @Nullable Integer below)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs from, below, or both")
    boolean isBounded() {
      return from != null || below != null;
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      int month = Block.month(today);
      return new Sieve.Range(
          Column.BIRTH_MONTH,
          below == null ? 0 : month - 12 * below + 1,
          from == null ? Integer.MAX_VALUE : month - 12 * from);
    }
  }

  /** A medicine of a class was bought in the last days. */
  record Medicine(
      @NotNull
          @Pattern(
              regexp = "[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?",
              message = "must be an ATC code or the beginning of one, such as C09")
          String atc,
      @NotNull @Min(1) @Max(36500) Integer withinDays)
      implements Criterion {

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      boolean[] ofClass = words.fittingMedicines(code -> code.startsWith(atc));
      int since = since(today, withinDays);
      return new Sieve.Took(ofClass, since);
    }
  }

  /** A medicine for a long-term condition was bought in the last days. */
  record LongTermMedicine(@NotNull @Min(1) @Max(36500) Integer withinDays) implements Criterion {
    @Override
    public Sieve sieve(Words words, LocalDate today) {
      int since = since(today, withinDays);
      return new Sieve.Range(Column.LONG_TERM_ON, since, Integer.MAX_VALUE);
    }
  }

  /** Percentage of days covered in the last 180 days, over the medicines taken for long. */
  record Adherence(
      @Min(0) @Max(101) @Nullable Integer from, @Min(0) @Max(101) @Nullable Integer below)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs from, below, or both")
    boolean isBounded() {
      return from != null || below != null;
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return between(Column.PDC, from, below);
    }
  }

  /** Days since the last visit. */
  record LastVisit(
      @Min(0) @Max(36500) @Nullable Integer moreThanDaysAgo,
      @Min(1) @Max(36500) @Nullable Integer withinDays)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs moreThanDaysAgo, withinDays, or both")
    boolean isBounded() {
      return moreThanDaysAgo != null || withinDays != null;
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return new Sieve.Range(
          Column.LAST_VISIT,
          withinDays == null ? 0 : since(today, withinDays),
          moreThanDaysAgo == null ? Integer.MAX_VALUE : since(today, moreThanDaysAgo) - 1);
    }
  }

  /** Days on which the customer bought something, ever. */
  record Visits(@Min(0) @Nullable Integer from, @Min(0) @Nullable Integer below)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs from, below, or both")
    boolean isBounded() {
      return from != null || below != null;
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return between(Column.VISITS, from, below);
    }
  }

  /** Days of the last 365 on which the customer bought something. */
  record VisitsInYear(@Min(0) @Nullable Integer from, @Min(0) @Nullable Integer below)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs from, below, or both")
    boolean isBounded() {
      return from != null || below != null;
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return between(Column.VISITS_IN_YEAR, from, below);
    }
  }

  /**
   * What the customer paid in the last 365 days.
   *
   * @param currency ISO 4217; whichever the customer pays in when absent
   */
  record SpendInYear(
      @Min(0) @DecimalMax("1000000000") @Nullable BigDecimal from,
      @Min(0) @DecimalMax("1000000000") @Nullable BigDecimal below,
      @Pattern(regexp = "[A-Z]{3}", message = "must be a currency such as USD")
          @Nullable String currency)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs from, below, or both")
    boolean isBounded() {
      return from != null || below != null;
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      Sieve spend =
          between(
              Column.SPEND_IN_YEAR,
              from == null ? null : Block.hundredths(from),
              below == null ? null : Block.hundredths(below));
      if (currency == null) {
        return spend;
      }
      int asked = words.currency(currency);
      return new Sieve.All(List.of(new Sieve.Range(Column.CURRENCY, asked, asked), spend));
    }
  }

  /** The second visit came within so many days of the first. */
  record Return(@NotNull @Min(1) @Max(36500) Integer withinDays) implements Criterion {
    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return new Sieve.Range(Column.RETURN_DAYS, 0, withinDays);
    }
  }

  /** Where the customer was last, or was registered before the first visit. */
  record StoreIs(@NotEmpty @Size(max = 500) List<@NotNull @Size(min = 1, max = 100) String> anyOf)
      implements Criterion {
    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return new Sieve.OneOf(Column.STORE, words.fitting(anyOf::contains));
    }
  }

  /** A language the customer speaks: {@code zh} is also every kind of Chinese. */
  record LanguageIs(
      @NotEmpty @Size(max = 50)
          List<
                  @NotNull
                  @Pattern(
                      regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
                      message = "must be a language tag such as zh-Hans")
                  String>
              anyOf)
      implements Criterion {

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return new Sieve.OneOf(Column.LANGUAGES, words.fitting(this::spoken));
    }

    private boolean spoken(String languages) {
      return Arrays.stream(languages.split(","))
          .anyMatch(
              tag ->
                  anyOf.stream().anyMatch(each -> tag.equals(each) || tag.startsWith(each + "-")));
    }
  }

  /** How the customer's answer to a question stands. */
  record ConsentIs(
      @NotNull Consent.Purpose purpose, @NotNull Consent.Channel channel, @NotNull Answer state)
      implements Criterion {

    enum Answer {
      @JsonProperty("not-asked")
      NOT_ASKED,
      @JsonProperty("given")
      GIVEN,
      @JsonProperty("declined")
      DECLINED,
      @JsonProperty("withdrawn")
      WITHDRAWN
    }

    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return new Sieve.OneOf(Column.CONSENTS, words.fitting(this::stands));
    }

    private boolean stands(String consents) {
      String question = purpose + "/" + channel + "=";
      List<String> answers = Arrays.asList(consents.split(","));
      return state == Answer.NOT_ASKED
          ? answers.stream().noneMatch(answer -> answer.startsWith(question))
          : answers.contains(question + state);
    }
  }

  /** The question denied. */
  record Not(@NotNull @Valid Criterion that) implements Criterion {
    @Override
    public Sieve sieve(Words words, LocalDate today) {
      return Sieve.Differs.not(that.sieve(words, today));
    }
  }

  /** What is unknown lies below nothing. */
  private static Sieve between(Column column, @Nullable Integer from, @Nullable Integer below) {
    return new Sieve.Range(
        column, from == null ? 0 : from, below == null ? Integer.MAX_VALUE : below - 1);
  }

  private static int since(LocalDate today, int withinDays) {
    return Math.toIntExact(today.toEpochDay() - withinDays);
  }
}
