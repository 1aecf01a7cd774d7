package io.aftercare.followup.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.aftercare.followup.known.KnownSale;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long after its cause a step comes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Offset.NextMorning.class),
  @JsonSubTypes.Type(Offset.Day.class),
  @JsonSubTypes.Type(Offset.SupplyEnd.class),
  @JsonSubTypes.Type(Offset.RefillDue.class)
})
public sealed interface Offset {

  /** The next morning, at least so many elapsed hours after the sale. */
  record NextMorning(@JsonProperty("hours-before-next-morning") int hours) implements Offset {}

  /** So many days after the date of the cause. */
  record Day(int day) implements Offset {}

  /**
   * Counted from the day on which the supply is used up: the date of pick-up plus the days' supply,
   * the first day without medicine. 0 is the day after a course; -7 is a week before the supply
   * ends. Of several lines the first to end counts.
   */
  record SupplyEnd(@JsonProperty("days-from-supply-end") int days) implements Offset {

    @Nullable LocalDate date(LocalDate pickedUp, List<KnownSale.Line> lines) {
      Integer shortest = null;
      for (KnownSale.Line line : lines) {
        Integer days = line.daysSupply();
        if (days != null && (shortest == null || days < shortest)) {
          shortest = days;
        }
      }
      return shortest == null ? null : pickedUp.plusDays((long) shortest + days);
    }
  }

  /**
   * Counted from the day on which a medicine runs out, with what was left of earlier pick-ups; -7
   * is a week before. Of several medicines the first to run out counts. Asks for nothing once the
   * medicine was bought again.
   */
  record RefillDue(@JsonProperty("days-from-refill-due") int days) implements Offset {}
}
