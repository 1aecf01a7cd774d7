package io.aftercare.simulator.chain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the sales service's catalogue takes it.
 *
 * @param system code system, such as {@code rxnorm}
 * @param code the product's code in that system
 * @param atc ATC code, as deep as known
 * @param daysSupply days that a usual pack lasts
 * @param codes other codes of the same product
 * @param counsellingPoints what to tell at the counter, by language
 */
public record Product(
    String system,
    String code,
    String name,
    @Nullable String strength,
    @Nullable String form,
    @Nullable String atc,
    boolean prescription,
    @Nullable Integer daysSupply,
    boolean highAlert,
    boolean specialForm,
    boolean longTerm,
    @Nullable List<Code> codes,
    @Nullable Map<String, List<String>> counsellingPoints) {

  /** A code in a system. */
  public record Code(String system, String code) {}

  /** A product of which no more is known than what it is. */
  public Product(
      String system,
      String code,
      String name,
      @Nullable String strength,
      @Nullable String form,
      @Nullable String atc,
      boolean prescription,
      @Nullable Integer daysSupply,
      boolean highAlert,
      boolean specialForm,
      boolean longTerm) {
    this(
        system,
        code,
        name,
        strength,
        form,
        atc,
        prescription,
        daysSupply,
        highAlert,
        specialForm,
        longTerm,
        null,
        null);
  }
}
