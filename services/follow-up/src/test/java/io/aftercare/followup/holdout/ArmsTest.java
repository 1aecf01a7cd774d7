package io.aftercare.followup.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chance decides once, and the same everywhere. */
class ArmsTest {

  private static final List<UUID> PEOPLE = people(100_000);

  @Test
  void aShareOfFivePercentIsFivePercent() {
    long heldOut = PEOPLE.stream().filter(who -> Arms.heldOut("relationship", who, 5)).count();

    assertThat(heldOut / (double) PEOPLE.size()).isCloseTo(0.05, offset(0.003));
  }

  @Test
  void theSameCustomerHasTheSameArmAlways() {
    for (UUID who : PEOPLE) {
      assertThat(Arms.heldOut("relationship", who, 5))
          .isEqualTo(Arms.heldOut("relationship", UUID.fromString(who.toString()), 5));
    }
  }

  @Test
  void aShareThatGrowsKeepsThoseItHad() {
    assertThat(PEOPLE)
        .filteredOn(who -> Arms.heldOut("relationship", who, 5))
        .allMatch(who -> Arms.heldOut("relationship", who, 10));
  }

  @Test
  void experimentsDrawTheirLotsApart() {
    long both =
        PEOPLE.stream()
            .filter(who -> Arms.heldOut("relationship", who, 50))
            .filter(who -> Arms.heldOut("greetings", who, 50))
            .count();

    assertThat(both / (double) PEOPLE.size()).isCloseTo(0.25, offset(0.01));
  }

  private static List<UUID> people(int number) {
    Random random = new Random(42);
    return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
        .limit(number)
        .toList();
  }
}
