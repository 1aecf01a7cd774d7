package io.aftercare.sales.sale;

import io.aftercare.kit.time.Ids;
import io.aftercare.sales.customer.MergedCustomers;
import io.aftercare.sales.habit.Brand;
import io.aftercare.sales.habit.Dispensing;
import io.aftercare.sales.habit.Habits;
import io.aftercare.sales.product.Product;
import io.aftercare.sales.product.Products;
import io.aftercare.sales.product.UncataloguedProducts;
import io.aftercare.sales.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
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

  /** All seven characters name the substance. */
  private static final int SUBSTANCE_LENGTH = 7;

  private final Products products;
  private final UncataloguedProducts uncatalogued;
  private final MergedCustomers merged;
  private final Clock clock;

  Appraisal(
      Products products, UncataloguedProducts uncatalogued, MergedCustomers merged, Clock clock) {
    this.products = products;
    this.uncatalogued = uncatalogued;
    this.merged = merged;
    this.clock = clock;
  }

  /** Who a customer's id stands for. */
  UUID person(UUID customer) {
    return merged.survivor(customer);
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

  /** The medicines taken for long that this sale hands to a known customer. */
  List<Dispensing> dispensings(UUID saleId, NewSale posted, Store store) {
    if (posted.customerId() == null) {
      return List.of();
    }
    LocalDate day = posted.occurredAt().atZoneSameInstant(store.zone()).toLocalDate();
    List<Dispensing> dispensings = new ArrayList<>();
    for (int line = 1; line <= posted.lines().size(); line++) {
      NewSale.Line sold = posted.lines().get(line - 1);
      Product product = catalogued(sold);
      if (product != null && isTakenForLong(product)) {
        dispensings.add(
            new Dispensing(
                person(posted.customerId()),
                product.atc(),
                saleId,
                line,
                Brand.of(product.name()),
                day,
                daysSupply(sold, product)));
      }
    }
    return dispensings;
  }

  private static boolean isTakenForLong(Product product) {
    return product.longTerm()
        && product.atc() != null
        && product.atc().length() == SUBSTANCE_LENGTH;
  }

  /**
   * The sale to record.
   *
   * @param firsts those of {@link #possibleFirsts} that proved to be so
   * @param habits how its {@link #dispensings} stand to what was usual before
   */
  Sale appraise(UUID id, NewSale posted, Store store, Set<String> firsts, Habits habits) {
    // What the database cannot keep is not answered either: it counts in microseconds.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean lateEvening = AtRisk.lateEvening(posted.occurredAt(), store.zone());
    return new Sale(
        id,
        1,
        Sale.Status.COMPLETED,
        new Sale.Origin(
            store.id(), store.zone(), store.country(), store.region(), store.callingRegion()),
        now,
        posted,
        firsts.contains(ANYTHING),
        lateEvening,
        AtRisk.missedDose(posted, habits, lateEvening),
        IntStream.rangeClosed(1, posted.lines().size())
            .mapToObj(n -> appraise(posted.lines().get(n - 1), n, firsts, habits))
            .toList(),
        List.of(),
        null);
  }

  UUID newId() {
    return Ids.next();
  }

  private Sale.Line appraise(NewSale.Line line, int number, Set<String> firsts, Habits habits) {
    boolean brandSwitch =
        Boolean.TRUE.equals(line.brandSwitch()) || habits.switched().contains(number);
    Product product = catalogued(line);
    if (product == null) {
      return new Sale.Line(
          null,
          null,
          line.product().form(),
          false,
          false,
          false,
          false,
          brandSwitch,
          line.daysSupply());
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
        brandSwitch,
        daysSupply(line, product));
  }

  private static @Nullable Integer daysSupply(NewSale.Line line, Product product) {
    if (line.daysSupply() != null || product.daysSupply() == null) {
      return line.daysSupply();
    }
    return product.daysSupply() * line.quantity();
  }

  /** What the catalogue knows of the line's product. */
  Optional<Product> known(NewSale.Line line) {
    return products.find(line.product().system(), line.product().code());
  }

  private @Nullable Product catalogued(NewSale.Line line) {
    return known(line).orElse(null);
  }

  /** Notes what was sold and is not in the catalogue, for its keeper. */
  void noteUncatalogued(Sale sold) {
    for (int i = 0; i < sold.lines().size(); i++) {
      if (sold.lines().get(i).catalogueName() == null) {
        NewSale.SoldProduct product = sold.posted().lines().get(i).product();
        uncatalogued.sold(
            product.system(),
            product.code(),
            product.name(),
            sold.posted().occurredAt().toInstant());
      }
    }
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
