package io.aftercare.sales.sale;

import io.aftercare.sales.product.Product;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that the customer's recorded allergy speaks against. It is looked at by class, the first
 * four characters of the ATC code: who is allergic to one penicillin is warned of all. A warning is
 * shown and acknowledged; it never stops a sale.
 *
 * @param line from 1
 * @param allergy ATC code as it is recorded
 * @param text for the person at the counter
 */
record AllergyWarning(int line, String allergy, String product, String text) {

  private static final int CLASS_LENGTH = 4;

  /**
   * An allergy as the customer's file has it.
   *
   * @param atc class or substance
   * @param name in the customer's or the store's words
   */
  record Allergy(
      @NotNull @Pattern(regexp = Product.ATC, message = Product.ATC_IN_WORDS) String atc,
      @Nullable @Size(max = 100) String name) {

    boolean speaksAgainst(@Nullable String medicine) {
      String group = atc.substring(0, Math.min(CLASS_LENGTH, atc.length()));
      return medicine != null && medicine.startsWith(group);
    }
  }

  static List<AllergyWarning> of(Sale sale, List<Allergy> allergies) {
    List<AllergyWarning> warnings = new ArrayList<>();
    for (int line = 1; line <= sale.lines().size(); line++) {
      String atc = sale.lines().get(line - 1).atc();
      String product = sale.posted().lines().get(line - 1).product().name();
      for (Allergy allergy : allergies) {
        if (allergy.speaksAgainst(atc)) {
          warnings.add(
              new AllergyWarning(
                  line,
                  allergy.atc(),
                  product,
                  "%s is of the same class as a recorded allergy (%s)."
                      .formatted(
                          product, allergy.name() == null ? allergy.atc() : allergy.name())));
        }
      }
    }
    return warnings;
  }
}
