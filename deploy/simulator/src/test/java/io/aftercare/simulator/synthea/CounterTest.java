package io.aftercare.simulator.synthea;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.NewCustomer;
import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.chain.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CounterTest {

  private static final Instant END = Instant.parse("2024-01-24T23:23:46Z");
  private static final Store BOSTON =
      new Store("boston-1", "Boston", "America/New_York", "US", "MA", "USD", "+16175550199");

  private final Counter counter =
      new Counter(
          Catalogue.demo(),
          BOSTON,
          Period.of(ZoneId.of(BOSTON.zone()), null, null, false, END, END),
          END);

  @Test
  void aDispensingIsSoldAtTheCounter() {
    Medication medication =
        new Medication(
            2,
            Rows.ANN,
            "encounter-1",
            "314076",
            "lisinopril 10 MG Oral Tablet",
            Instant.parse("2023-07-01T16:00:00Z"),
            Instant.parse("2023-07-31T16:00:00Z"),
            "",
            new BigDecimal("4.5"),
            1);

    NewSale sale = counter.sale(new Dispensing(medication, 0, medication.start()));

    assertThat(sale.clientSaleId()).startsWith("syn-");
    assertThat(sale.customerId()).isEqualTo(Rows.ANN);
    assertThat(sale.occurredAt()).isEqualTo(OffsetDateTime.parse("2023-07-01T12:00:00-04:00"));
    assertThat(sale.currency()).isEqualTo("USD");
    assertThat(sale.lines())
        .singleElement()
        .isEqualTo(
            new NewSale.Line(
                new NewSale.Article("rxnorm", "314076", "lisinopril", "tablet", "10 MG"),
                1,
                new BigDecimal("4.50"),
                30,
                true,
                null));
  }

  @Test
  void aGrownUpIsCalledInPerson() {
    NewCustomer customer = counter.customer(patient(Rows.ANN, LocalDate.of(1950, 1, 1)));

    assertThat(customer.id()).isEqualTo(Rows.ANN);
    assertThat(customer.caregivers()).isEmpty();
    assertThat(customer)
        .as("the same in every run")
        .isEqualTo(counter.customer(patient(Rows.ANN, LocalDate.of(1950, 1, 1))));
  }

  @Test
  void aChildIsCalledThroughAParent() {
    NewCustomer customer = counter.customer(patient(Rows.BEN, LocalDate.of(2015, 1, 1)));

    assertThat(customer.caregivers())
        .singleElement()
        .extracting(NewCustomer.Caregiver::relation)
        .isEqualTo("parent");
  }

  @Test
  void everyTelephoneIsANumberThatCanBeDialled() throws NumberParseException {
    PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
    for (int i = 0; i < 5_000; i++) {
      String number =
          SyntheticPhone.of(new UUID(0x4000L + i, 0x8000000000000000L | i * 31L), i % 2);
      assertThat(plan.isValidNumberForRegion(plan.parse(number, "US"), "US")).as(number).isTrue();
    }
  }

  @Test
  void aTelephoneStaysWithItsPerson() {
    assertThat(SyntheticPhone.of(Rows.ANN, 0))
        .isEqualTo(SyntheticPhone.of(Rows.ANN, 0))
        .isNotEqualTo(SyntheticPhone.of(Rows.BEN, 0))
        .matches("\\+1\\d{3}55501\\d{2}");
  }

  private static Patient patient(UUID id, LocalDate born) {
    return new Patient(id, born, null, "Ann", "Miller", "F");
  }
}
