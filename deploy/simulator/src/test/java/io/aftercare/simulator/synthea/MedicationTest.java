package io.aftercare.simulator.synthea;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MedicationTest {

  private static final Instant START = Instant.parse("2023-03-01T08:00:00Z");
  private static final Instant STOP = Instant.parse("2023-03-31T08:00:00Z");
  private static final Instant END = Instant.parse("2024-01-24T00:00:00Z");

  @Test
  void theNumberOfASaleIsTheSameForEver() {
    assertThat(taken(START, STOP, "reason", 3).clientSaleId(0, 0))
        .isEqualTo("syn-c837848ebd856f47a14b5069825cb9bc")
        .matches("[A-Za-z0-9._-]{1,64}");
  }

  @Test
  void everyDispensingHasANumberOfItsOwn() {
    Medication one = taken(START, STOP, "reason", 400);
    Medication other = taken(START, STOP, "another reason", 400);

    Set<String> numbers =
        IntStream.range(0, 400)
            .boxed()
            .flatMap(k -> Stream.of(one.clientSaleId(k, 0), other.clientSaleId(k, 0)))
            .collect(Collectors.toSet());

    assertThat(numbers).hasSize(800);
  }

  @Test
  void aMovedSaleIsAnotherSale() {
    Medication medication = taken(START, STOP, "reason", 3);

    assertThat(medication.clientSaleId(1, 700))
        .isNotEqualTo(medication.clientSaleId(1, 0))
        .isNotEqualTo(medication.clientSaleId(1, 701))
        .isEqualTo(medication.clientSaleId(1, 700));
  }

  @Test
  void theSupplyLastsFromOneDispensingToTheNext() {
    assertThat(taken(START, STOP, "", 3).daysSupply(END)).isEqualTo(10);
    assertThat(taken(START, STOP, "", 1).daysSupply(END)).isEqualTo(30);
    assertThat(taken(START, null, "", 11).daysSupply(END)).isEqualTo(30);
  }

  @Test
  void gapsThatAreNoSupplyAreLeftOut() {
    assertThat(taken(START, START, "", 1).daysSupply(END)).isNull();
    assertThat(taken(START, STOP, "", 100).daysSupply(END)).isNull();
    assertThat(taken(START, null, "", 1).daysSupply(END)).isNull();
  }

  private static Medication taken(
      Instant start, @Nullable Instant stop, String reason, int dispenses) {
    return new Medication(
        2,
        Rows.ANN,
        "encounter-1",
        "314076",
        "lisinopril",
        start,
        stop,
        reason,
        BigDecimal.ONE,
        dispenses);
  }
}
