package io.aftercare.followup;

import static io.aftercare.followup.CustomerMother.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.contracts.SaleEvent;
import io.aftercare.followup.Desk.InHand;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets which call, and that nobody gets what another has. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class ClaimIT {

  private static Chain chain;
  private static final String NEXT_DUE = "Aftercare-Next-Due";

  private final Desk ann = Desk.agent("ann");
  private final Desk bob = Desk.agent("bob");
  private final Desk pia = Desk.pharmacist("pia");

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @BeforeEach
  void freshMorning() {
    Chain.freshMorning();
  }

  @Test
  void an_agent_gets_the_call_that_is_due_and_sees_why() {
    SaleEvent sale = SaleMother.lastNight().build();
    chain.sells(sale, 1);

    InHand call = ann.claim();

    assertThat(call.epoch()).isEqualTo(1);
    assertThat(call.json().getString("state")).isEqualTo("held");
    assertThat(call.json().getString("saleId")).isEqualTo(sale.saleId().toString());
    assertThat(call.json().getString("reason")).startsWith("First purchase");
    assertThat(call.json().getString("leaseUntil")).isNotBlank();
    assertThat(call.json().getString("programmeName")).isEqualTo("Wellbeing call");
    assertThat(call.json().getBoolean("permitted")).isFalse();
  }

  @Test
  void claiming_again_while_holding_gives_the_same_call_and_epoch() {
    chain.sells(SaleMother.lastNight().build(), 1);
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand first = ann.claim();

    InHand again = ann.claim();

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.epoch()).isEqualTo(first.epoch());
    ann.looksAtHand().statusCode(200);
    bob.looksAtHand().statusCode(204);
  }

  @Test
  void nothing_is_given_before_its_time_or_after_its_window() {
    chain.sells(SaleMother.lastNight().build(), 1);

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T08:59:59"));
    ann.asksForWork().statusCode(204);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T09:00"));
    ann.givesBack(ann.claim()).statusCode(200);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T20:00"));
    ann.asksForWork().statusCode(204).header(NEXT_DUE, nullValue());
  }

  @Test
  void who_finds_nothing_is_told_when_there_will_be_work_they_may_do() {
    SaleEvent ordinary = SaleMother.lastNight().build();
    SaleEvent warfarin = SaleMother.at("2026-03-06T15:00:00-05:00").line("B01AA03", null).build();
    String agents = chain.sells(ordinary, 1).getFirst().getString("dueAt");
    String first =
        Stream.concat(chain.sells(warfarin, 2).stream(), chain.callsOf(ordinary, 1).stream())
            .map(call -> call.getString("dueAt"))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    AdjustableClock.boston(LocalDateTime.parse("2026-03-06T16:00"));

    ann.asksForWork().statusCode(204).header(NEXT_DUE, agents);
    pia.asksForWork().statusCode(204).header(NEXT_DUE, first);
  }

  @Test
  void the_better_priority_goes_first_and_then_the_longer_wait() {
    SaleEvent antibiotic = SaleMother.at("2026-03-07T15:00:00-05:00").line("J01CA04", null).build();
    SaleEvent early = SaleMother.at("2026-03-09T23:50:00-04:00").first().build();
    SaleEvent later = SaleMother.at("2026-03-10T02:00:00-04:00").first().build();
    chain.sells(antibiotic, 1);
    chain.sells(later, 1);
    chain.sells(early, 1);

    List<String> order =
        List.of(
            ann.claim().json().getString("saleId"),
            bob.claim().json().getString("saleId"),
            pia.claim().json().getString("saleId"));

    assertThat(order)
        .containsExactly(
            early.saleId().toString(), later.saleId().toString(), antibiotic.saleId().toString());
  }

  @Test
  void a_pharmacists_call_is_for_pharmacists_who_get_it_before_the_others() {
    SaleEvent warfarin = SaleMother.at("2026-03-06T15:00:00-05:00").line("B01AA03", null).build();
    chain.sells(warfarin, 2);
    chain.sells(SaleMother.lastNight().build(), 1);

    InHand annHas = ann.claim();
    bob.asksForWork().statusCode(204);
    InHand piaHas = pia.claim();

    assertThat(annHas.programme()).isEqualTo("wellbeing");
    assertThat(piaHas.programme()).isEqualTo("high-alert");
  }

  @Test
  void a_pharmacist_without_calls_of_their_own_helps_the_agents() {
    chain.sells(SaleMother.lastNight().build(), 1);

    assertThat(pia.claim().programme()).isEqualTo("wellbeing");
  }

  @Test
  void a_customer_is_in_one_held_call_at_a_time() {
    UUID customer = UUID.randomUUID();
    chain.sells(SaleMother.lastNight().of(customer).build(), 1);
    chain.sells(SaleMother.lastNight().of(customer).build(), 1);
    chain.sells(SaleMother.lastNight().build(), 1);

    InHand annHas = ann.claim();
    InHand bobHas = bob.claim();

    assertThat(List.of(annHas.customer(), bobHas.customer())).doesNotHaveDuplicates();
    pia.asksForWork().statusCode(204);
  }

  @Test
  void
      a_promised_callback_goes_first_to_who_promised_it_and_to_anybody_after_a_quarter_of_an_hour() {
    chain.sells(SaleMother.lastNight().build(), 1);
    InHand call = ann.claim();
    ann.asksToDial(call).statusCode(200);
    ann.says(call, Map.of("disposition", "call-back", "callBackAt", "2026-03-10T15:00:00-04:00"))
        .statusCode(200);
    SaleEvent other = SaleMother.at("2026-03-10T02:00:00-04:00").first().build();
    chain.sells(other, 1);

    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T15:05"));
    InHand bobHas = bob.claim();
    pia.asksForWork().statusCode(204);
    InHand annHas = ann.claim();
    assertThat(bobHas.json().getString("saleId")).isEqualTo(other.saleId().toString());
    assertThat(annHas.id()).isEqualTo(call.id());
    assertThat(annHas.json().getInt("priority")).isEqualTo(1);

    ann.givesBack(annHas).statusCode(200);
    AdjustableClock.boston(LocalDateTime.parse("2026-03-10T15:15"));
    assertThat(pia.claim().id()).isEqualTo(call.id());
  }

  @Test
  void racing_agents_never_get_the_same_call_or_customer() throws Exception {
    List<UUID> customers = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID()).toList();
    customers.forEach(
        id -> {
          chain.tells(SaleMother.lastNight().of(id).build());
          chain.tells(SaleMother.lastNight().of(id).build());
        });
    org.awaitility.Awaitility.await().until(() -> Chain.count("select count(*) from call") == 120);

    List<InHand> given =
        atOnce(100, i -> Desk.agent("racer-" + i).claimIfAny()).stream()
            .flatMap(Optional::stream)
            .toList();

    assertThat(given).hasSize(60);
    assertThat(given).extracting(InHand::id).doesNotHaveDuplicates();
    assertThat(given).extracting(InHand::customer).doesNotHaveDuplicates();
  }

  @Test
  void an_agent_who_asks_many_times_at_once_holds_one_call() throws Exception {
    for (int i = 0; i < 10; i++) {
      chain.tells(SaleMother.lastNight().build());
    }
    org.awaitility.Awaitility.await().until(() -> Chain.count("select count(*) from call") == 10);

    List<InHand> given =
        atOnce(20, i -> ann.claimIfAny()).stream().flatMap(Optional::stream).toList();

    assertThat(given)
        .hasSize(20)
        .extracting(InHand::id, InHand::epoch)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(given.getFirst().id(), 1L));
    assertThat(Chain.count("select count(*) from call where state = 'held'")).isEqualTo(1);
  }

  @Test
  void every_claim_leaves_a_record_of_who_read_whose_data() {
    UUID customer = UUID.randomUUID();
    chain.tells(customer(customer).build());
    chain.sells(SaleMother.lastNight().of(customer).build(), 1);

    ann.claim();

    assertThat(
            Chain.count(
                "select count(*) from access_log where who = '%s' and what = 'POST /calls/claim' and '%s' = any(customers)"
                    .formatted(ann.subject(), customer)))
        .isEqualTo(1);
  }

  private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> work)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> tasks =
          IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
