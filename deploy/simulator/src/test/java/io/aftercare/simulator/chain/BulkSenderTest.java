package io.aftercare.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkSenderTest {

  private static final String TILL = "till-boston-1";

  private final PretendHouse there = new PretendHouse();
  private final House house = new House(there.access(), Duration.ofSeconds(2));
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Tally> progress = new ArrayList<>();

  @AfterEach
  void close() {
    house.close();
    there.close();
  }

  @Test
  void manySalesGoInBatchesAndAreAllAnsweredFor() {
    Tally tally = send(sales(1_201));

    assertThat(tally).isEqualTo(new Tally(1_201, 0, 0, 0, null));
    assertThat(there.largestBatch()).isEqualTo(500);
    assertThat(there.tokensGiven()).isOne();
    assertThat(progress).hasSize(3).last().isEqualTo(tally);
  }

  @Test
  void sendingAgainAddsNothing() {
    send(sales(700));

    assertThat(send(sales(700))).isEqualTo(new Tally(0, 700, 0, 0, null));
    assertThat(there.taken()).isEqualTo(700);
  }

  @Test
  void aHouseThatIsBusyIsAskedAgain() {
    there.isInTrouble(503).isInTrouble(429).isInTrouble(503);

    assertThat(send(sales(600))).isEqualTo(new Tally(600, 0, 0, 0, null));
  }

  @Test
  void aTokenThatIsNoLongerGoodIsRenewed() {
    send(sales(1));
    there.changesItsLocks();

    assertThat(send(sales(2))).isEqualTo(new Tally(1, 1, 0, 0, null));
    assertThat(there.tokensGiven()).isEqualTo(2);
  }

  @Test
  void aRefusedSaleIsNamedWithItsPlaceAndReason() {
    there.dislikes("sale-503");

    assertThat(send(sales(600))).isEqualTo(new Tally(599, 0, 1, 0, null));
    assertThat(refusals)
        .containsExactly(new Refusal(504, "sale-503", "", "lines[0].quantity", "must be more"));
  }

  @Test
  void aBatchThatIsRefusedWholeIsHalvedUntilTheBadOneStandsAlone() {
    // The whole, its first half, its first quarter … down to the first sale alone.
    there.isInTrouble(400).isInTrouble(400).isInTrouble(400).isInTrouble(400);

    assertThat(send(sales(8))).isEqualTo(new Tally(7, 0, 1, 0, null));
    assertThat(refusals).containsExactly(new Refusal(1, "sale-0", "", "", "not now"));
  }

  @Test
  void whoIsNotLetInStopsAndSaysWhy() {
    there.isInTrouble(403);

    Tally tally =
        new BulkSender<>(door(), new Speed(1, 0), refusals::add, progress::add)
            .send(sales(1_100).iterator());

    assertThat(tally.unsent()).isEqualTo(1_100);
    assertThat(tally.stopped()).contains("sales", TILL, "403 not now");
    assertThat(tally.complete()).isFalse();
  }

  @Test
  void aHouseThatIsGoneLeavesTheRestUnsent() {
    there.close();

    Tally tally =
        new BulkSender<>(door(), Speed.usual(), refusals::add, progress::add)
            .send(sales(30).iterator());

    assertThat(tally.unsent()).isEqualTo(30);
    assertThat(tally.stopped()).contains("keycloak refuses the connection");
  }

  private Tally send(Stream<NewSale> sales) {
    return new BulkSender<>(door(), Speed.usual(), refusals::add, progress::add)
        .send(sales.iterator());
  }

  private BulkDoor<NewSale> door() {
    return BulkDoor.sales(house, TILL);
  }

  private static Stream<NewSale> sales(int number) {
    OffsetDateTime at = OffsetDateTime.parse("2026-03-02T21:30:00-05:00");
    NewSale.Article article =
        new NewSale.Article("rxnorm", "314076", "lisinopril", "tablet", "10 MG");
    NewSale.Line line = new NewSale.Line(article, 1, BigDecimal.ONE, 30, true, null);
    return IntStream.range(0, number)
        .mapToObj(i -> new NewSale("sale-" + i, at, null, "self", List.of(line), "USD", null));
  }
}
