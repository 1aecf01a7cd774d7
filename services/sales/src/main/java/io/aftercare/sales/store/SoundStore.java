package io.aftercare.sales.store;

import io.aftercare.sales.store.OpeningHours.Hours;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What no single field of a store shows: hours in order, a date once, a zone with rules. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SoundStore.Check.class)
@interface SoundStore {

  String message() default "is not sound";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks for what is wrong and names each place. */
  class Check implements ConstraintValidator<SoundStore, Store> {

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    @Override
    public boolean isValid(@Nullable Store store, ConstraintValidatorContext context) {
      if (store == null) {
        return true;
      }
      Map<String, String> flaws = flaws(store);
      context.disableDefaultConstraintViolation();
      flaws.forEach(
          (field, message) ->
              context
                  .buildConstraintViolationWithTemplate(message)
                  .addPropertyNode(field)
                  .addConstraintViolation());
      return flaws.isEmpty();
    }

    /** What is wrong, by field. */
    static Map<String, String> flaws(Store store) {
      Map<String, String> flaws = new LinkedHashMap<>();
      if (store.zone() != null && !ZONES.contains(store.zone().getId())) {
        flaws.put("zone", "must be a time zone of a place, such as America/New_York");
      }
      if (store.openingHours() != null) {
        store
            .openingHours()
            .byDay()
            .forEach((day, hours) -> inOrder("openingHours." + day, hours, flaws));
      }
      if (store.openingExceptions() != null) {
        exceptions(store.openingExceptions(), flaws);
      }
      return flaws;
    }

    private static void exceptions(List<OpeningException> exceptions, Map<String, String> flaws) {
      Set<LocalDate> dates = new HashSet<>();
      for (int i = 0; i < exceptions.size(); i++) {
        OpeningException exception = exceptions.get(i);
        String place = "openingExceptions[%d]".formatted(i);
        if (exception != null && exception.date() != null && !dates.add(exception.date())) {
          flaws.put(place + ".date", "stands twice; give all hours of a date together");
        }
        if (exception != null && exception.hours() != null) {
          inOrder(place + ".hours", exception.hours(), flaws);
        }
      }
    }

    /** Times are texts of one form, so that their order is that of the letters. */
    private static void inOrder(String place, List<Hours> all, Map<String, String> flaws) {
      String closed = "";
      for (int i = 0; i < all.size(); i++) {
        Hours hours = all.get(i);
        if (hours == null || hours.opens() == null || hours.closes() == null) {
          return;
        }
        if (hours.closes().compareTo(hours.opens()) <= 0) {
          flaws.put(
              "%s[%d].closes".formatted(place, i),
              "must be later than it opens; past midnight belongs to the next day");
        }
        if (hours.opens().compareTo(closed) < 0) {
          flaws.put(
              "%s[%d].opens".formatted(place, i),
              "must not be earlier than the hours before it close");
        }
        closed = hours.closes();
      }
    }
  }
}
