package io.aftercare.sales.store;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a store is open in a usual week, by its own clock. A day without hours is closed. */
public record OpeningHours(
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> monday,
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> tuesday,
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> wednesday,
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> thursday,
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> friday,
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> saturday,
    @Nullable @Size(max = 6) List<@NotNull @Valid Hours> sunday) {

  /**
   * From opening to closing on one day. Who is open past midnight closes at 24:00 and opens at
   * 00:00 on the next day.
   *
   * @param closes the first minute at which it is closed; 24:00 is the end of the day
   */
  public record Hours(
      @NotNull
          @Pattern(
              regexp = "([01][0-9]|2[0-3]):[0-5][0-9]",
              message = "must be a time of day, such as 09:00")
          String opens,
      @NotNull
          @Pattern(
              regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00",
              message = "must be a time of day, such as 20:00, at most 24:00")
          String closes) {}

  /** The days that have hours, by their names in lower case, from Monday on. */
  public Map<String, List<Hours>> byDay() {
    Map<String, List<Hours>> days = new LinkedHashMap<>();
    put(days, "monday", monday);
    put(days, "tuesday", tuesday);
    put(days, "wednesday", wednesday);
    put(days, "thursday", thursday);
    put(days, "friday", friday);
    put(days, "saturday", saturday);
    put(days, "sunday", sunday);
    return days;
  }

  private static void put(Map<String, List<Hours>> days, String day, @Nullable List<Hours> hours) {
    if (hours != null && !hours.isEmpty()) {
      days.put(day, hours);
    }
  }
}
