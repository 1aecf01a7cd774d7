package io.aftercare.profile.segment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.aftercare.profile.customer.Consent;
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

  /** The question put to the customer at a place of a block. */
  @FunctionalInterface
  interface Test {
    boolean fits(Block block, int place);
  }

  /**
   * @param words those of the blocks that will be asked
   */
  Test asked(Words words, LocalDate today);

  /** Full years, reckoned by the month of birth. */
  record Age(@Min(0) @Max(150) @Nullable Integer from, @Min(0) @Max(150) @Nullable Integer below)
      implements Criterion {

    @JsonIgnore
    @AssertTrue(message = "needs from, below, or both")
    boolean isBounded() {
      return from != null || below != null;
    }

    @Override
    public Test asked(Words words, LocalDate today) {
      int month = Block.month(today);
      Span span = Span.of(from, below);
      return (block, i) ->
          block.birthMonth(i) >= 0 && span.holds((month - block.birthMonth(i)) / 12);
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
    public Test asked(Words words, LocalDate today) {
      boolean[] ofClass = words.fittingMedicines(code -> code.startsWith(atc));
      int since = since(today, withinDays);
      return (block, i) -> block.took(i, ofClass, since);
    }
  }

  /** A medicine for a long-term condition was bought in the last days. */
  record LongTermMedicine(@NotNull @Min(1) @Max(36500) Integer withinDays) implements Criterion {
    @Override
    public Test asked(Words words, LocalDate today) {
      int since = since(today, withinDays);
      return (block, i) -> block.longTermOn[i] >= since;
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
    public Test asked(Words words, LocalDate today) {
      Span span = Span.of(from, below);
      return (block, i) -> block.pdc(i) >= 0 && span.holds(block.pdc(i));
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
    public Test asked(Words words, LocalDate today) {
      long from = withinDays == null ? Block.NONE + 1L : since(today, withinDays);
      long before = moreThanDaysAgo == null ? Long.MAX_VALUE : today.toEpochDay() - moreThanDaysAgo;
      return (block, i) -> block.lastVisit[i] >= from && block.lastVisit[i] < before;
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
    public Test asked(Words words, LocalDate today) {
      Span span = Span.of(from, below);
      return (block, i) -> span.holds(block.visits(i));
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
    public Test asked(Words words, LocalDate today) {
      Span span = Span.of(from, below);
      return (block, i) -> span.holds(block.visitsInYear(i));
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
    public Test asked(Words words, LocalDate today) {
      Span span =
          new Span(
              from == null ? Long.MIN_VALUE : Block.hundredths(from),
              below == null ? Long.MAX_VALUE : Block.hundredths(below));
      if (currency == null) {
        return (block, i) -> span.holds(block.spendInYear[i]);
      }
      int asked = words.currency(currency);
      return (block, i) -> block.currency(i) == asked && span.holds(block.spendInYear[i]);
    }
  }

  /** The second visit came within so many days of the first. */
  record Return(@NotNull @Min(1) @Max(36500) Integer withinDays) implements Criterion {
    @Override
    public Test asked(Words words, LocalDate today) {
      int days = withinDays;
      return (block, i) -> block.returnDays(i) >= 0 && block.returnDays(i) <= days;
    }
  }

  /** Where the customer was last, or was registered before the first visit. */
  record StoreIs(@NotEmpty @Size(max = 500) List<@NotNull @Size(min = 1, max = 100) String> anyOf)
      implements Criterion {
    @Override
    public Test asked(Words words, LocalDate today) {
      boolean[] fitting = words.fitting(anyOf::contains);
      return (block, i) -> block.store[i] >= 0 && fitting[block.store[i]];
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
    public Test asked(Words words, LocalDate today) {
      boolean[] fitting = words.fitting(this::spoken);
      return (block, i) -> block.languages[i] >= 0 && fitting[block.languages[i]];
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
    public Test asked(Words words, LocalDate today) {
      boolean[] fitting = words.fitting(this::stands);
      return (block, i) -> block.consents[i] >= 0 && fitting[block.consents[i]];
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
    public Test asked(Words words, LocalDate today) {
      Test test = that.asked(words, today);
      return (block, i) -> !test.fits(block, i);
    }
  }

  /** Half-open. */
  record Span(long from, long below) {

    static Span of(@Nullable Integer from, @Nullable Integer below) {
      return new Span(from == null ? Long.MIN_VALUE : from, below == null ? Long.MAX_VALUE : below);
    }

    boolean holds(long value) {
      return value >= from && value < below;
    }
  }

  private static int since(LocalDate today, int withinDays) {
    return Math.toIntExact(today.toEpochDay() - withinDays);
  }
}
