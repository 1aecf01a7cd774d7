package io.aftercare.simulator.synthea;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.NewCustomer;
import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.chain.Product;
import io.aftercare.simulator.chain.Store;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The counter at which the data's patients become customers and its dispensings sales. */
final class Counter {

  private static final int ADULT = 18;

  /**
   * The data says nothing of consent; one that was given long ago is made up, the same in every
   * run.
   */
  private static final OffsetDateTime CONSENTED =
      OffsetDateTime.of(2024, 1, 2, 9, 0, 0, 0, ZoneOffset.ofHours(-5));

  private final Catalogue catalogue;
  private final Store store;
  private final Period period;
  private final Instant dataEnd;
  private final Map<String, Product> products = new HashMap<>();

  Counter(Catalogue catalogue, Store store, Period period, Instant dataEnd) {
    this.catalogue = catalogue;
    this.store = store;
    this.period = period;
    this.dataEnd = dataEnd;
  }

  /** The product behind a row, with what the catalogue knows of its ingredient. */
  Product product(Medication medication) {
    return products.computeIfAbsent(
        medication.code(), code -> catalogue.product(code, medication.description()));
  }

  /** Every product seen so far. */
  Collection<Product> products() {
    return products.values();
  }

  NewSale sale(Dispensing dispensing) {
    Medication medication = dispensing.medication();
    Product product = product(medication);
    NewSale.Line line =
        new NewSale.Line(
            NewSale.Article.of(product),
            1,
            medication.cost().setScale(2, RoundingMode.HALF_UP),
            medication.daysSupply(dataEnd),
            product.prescription(),
            null);
    return new NewSale(
        medication.clientSaleId(dispensing.k(), period.shiftDays()),
        period.moved(dispensing.at()),
        medication.patient(),
        "self",
        List.of(line),
        store.currency(),
        null);
  }

  /**
   * The patient as a customer; a child is called through a parent who shares the household's
   * number.
   */
  NewCustomer customer(Patient patient) {
    String phone = SyntheticPhone.of(patient.id(), 0);
    LocalDate grownUp = patient.born().plusYears(ADULT);
    boolean child = grownUp.isAfter(dataEnd.atZone(ZoneOffset.UTC).toLocalDate());
    return new NewCustomer(
        patient.id(),
        "US",
        patient.givenName(),
        patient.familyName(),
        null,
        patient.born(),
        sex(patient.sex()),
        List.of("en"),
        "America/New_York",
        null,
        List.of(new NewCustomer.Phone(phone, null)),
        child ? List.of(parent(patient.id(), patient.familyName())) : List.of(),
        List.of(new NewCustomer.Consent("care-calls", "call", "given", "synthetic-1", CONSENTED)));
  }

  private static NewCustomer.Caregiver parent(UUID child, String familyName) {
    return new NewCustomer.Caregiver(
        "Parent " + familyName, "parent", SyntheticPhone.of(child, 1), "care-calls");
  }

  private static @Nullable String sex(String written) {
    return switch (written) {
      case "F" -> "female";
      case "M" -> "male";
      default -> null;
    };
  }
}
