package io.aftercare.simulator.chain;

import org.jspecify.annotations.Nullable;

/**
 * A product as the sales service's catalogue takes it.
 *
 * @param system code system, such as {@code rxnorm}
 * @param code the product's code in that system
 * @param atc ATC code, as deep as known
 * @param daysSupply days that a usual pack lasts
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
    boolean longTerm) {}
