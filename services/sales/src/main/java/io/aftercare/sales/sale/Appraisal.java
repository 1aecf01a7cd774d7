package io.aftercare.sales.sale;

import io.aftercare.kit.time.Ids;
import io.aftercare.sales.product.Product;
import io.aftercare.sales.product.Products;
import io.aftercare.sales.product.UncataloguedProducts;
import io.aftercare.sales.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a posted sale with the catalogue and the store's clock, and makes of it the sale that is
 * recorded.
 */
@ApplicationScoped
class Appraisal {

  /** What stands for "the very first purchase" among a customer's firsts. */
  static final String ANYTHING = "";

  /**
   * The first four characters of an ATC code are its pharmacological subgroup: the "class" of the
   * rules.
   */
  private static final int CLASS_LENGTH = 4;

  private final Products products;
  private final UncataloguedProducts uncatalogued;
  private final Clock clock;

  Appraisal(Products products, UncataloguedProducts uncatalogued, Clock clock) {
    this.products = products;
    this.uncatalogued = uncatalogued;
    this.clock = clock;
  }

  /** Of what this sale may be the customer's first; nothing for an anonymous sale. */
  Set<String> possibleFirsts(NewSale posted) {
    Set<String> firsts = new TreeSet<>();
    if (posted.customerId() != null) {
      firsts.add(ANYTHING);
      posted.lines().forEach(line -> addClass(firsts, catalogued(line)));
    }
    return firsts;
  }

  /**
   * The sale to record; {@code firsts} are those of {@link #possibleFirsts} that proved to be so.
   */
  Sale appraise(UUID id, NewSale posted, Store store, Set<String> firsts) {
    // What the database cannot keep is not answered either: it counts in microseconds.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Sale(
        id,
        1,
        Sale.Status.COMPLETED,
        new Sale.Origin(store.id(), store.zone(), store.country(), store.region()),
        now,
        posted,
        firsts.contains(ANYTHING),
        AtRisk.lateEvening(posted.occurredAt(), store.zone()),
        posted.lines().stream().map(line -> appraise(line, firsts)).toList(),
        List.of(),
        null);
  }

  UUID newId() {
    return Ids.next();
  }

  private Sale.Line appraise(NewSale.Line line, Set<String> firsts) {
    Product product = catalogued(line);
    if (product == null) {
      uncatalogued.sold(
          line.product().system(), line.product().code(), line.product().name(), clock.instant());
      return new Sale.Line(
          null, null, line.product().form(), false, false, false, false, line.daysSupply());
    }
    String form = product.form() == null ? line.product().form() : product.form();
    return new Sale.Line(
        product.name(),
        product.atc(),
        form,
        product.highAlert(),
        product.specialForm(),
        product.longTerm(),
        product.atc() != null && firsts.contains(classOf(product.atc())),
        daysSupply(line, product));
  }

  private static @Nullable Integer daysSupply(NewSale.Line line, Product product) {
    if (line.daysSupply() != null || product.daysSupply() == null) {
      return line.daysSupply();
    }
    return product.daysSupply() * line.quantity();
  }

  private @Nullable Product catalogued(NewSale.Line line) {
    return products.find(line.product().system(), line.product().code()).orElse(null);
  }

  private static void addClass(Set<String> firsts, @Nullable Product product) {
    if (product != null && product.atc() != null) {
      firsts.add(classOf(product.atc()));
    }
  }

  private static String classOf(String atc) {
    return atc.substring(0, Math.min(CLASS_LENGTH, atc.length()));
  }
}
