package io.aftercare.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.followup.desk.SecondDesk;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances of the service and agents who are killed in the middle of a call, or pause past
 * their lease and come back: each call has one holder at each epoch, nobody writes from the past,
 * and nothing is left lying.
 */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class TwoDesksIT {

  private static final int CALLS = 120;
  private static final int AGENTS = 12;
  private static final long SEED = 20260310;

  private static Chain chain;

  private final SecondDesk second = new SecondDesk();
  private final Queue<Given> given = new ConcurrentLinkedQueue<>();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> killedOnTheLine = new ConcurrentLinkedQueue<>();
  private final AtomicInteger names = new AtomicInteger();

  /** A call that was given to somebody. */
  private record Given(String call, long epoch, String agent) {}

  /** What becomes of an agent with a call in hand. */
  private enum Fate {
    WORKS,
    KILLED_BEFORE_THE_DIAL,
    KILLED_ON_THE_LINE,
    PAUSES_PAST_THE_LEASE
  }

  @BeforeAll
  static void open() {
    chain = new Chain();
  }

  @AfterAll
  static void close() throws InterruptedException {
    chain.close();
  }

  @Test
  void one_holder_at_each_epoch_nothing_from_the_past_and_nothing_stranded() throws Exception {
    Chain.freshMorning();
    IntStream.range(0, CALLS).forEach(i -> chain.tells(SaleMother.lastNight().build()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Chain.count("select count(*) from call") == CALLS);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> shifts = new ArrayList<>();
      for (int i = 0; i < AGENTS; i++) {
        int place = i;
        shifts.add(threads.submit(() -> shift(place)));
      }
      for (Future<?> shift : shifts) {
        shift.get();
      }
    }

    assertThat(given)
        .extracting(Given::call, Given::epoch)
        .as("of two who have the same call, each has an epoch of their own")
        .doesNotHaveDuplicates();
    assertThat(Chain.count("select count(*) from call where state in ('planned', 'held')"))
        .isZero();
    assertThat(Chain.count("select count(*) from call where state = 'done'"))
        .isEqualTo(acknowledged.size());
    assertThat(acknowledged).doesNotHaveDuplicates().doesNotContainAnyElementsOf(killedOnTheLine);
    assertThat(Chain.count("select count(*) from attempt where disposition is not null"))
        .isEqualTo(acknowledged.size());
    assertThat(killedOnTheLine)
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(Chain.text("select state from call where id = '%s'".formatted(call)))
                    .isEqualTo("supervisor"));
    assertThat(acknowledged.size() + killedOnTheLine.size()).isEqualTo(CALLS);
  }

  /** Goes on until nobody has anything to do any more; who was killed is followed by another. */
  private void shift(int place) {
    var random = new Random(SEED + place);
    Desk agent = hired();
    while (Chain.count("select count(*) from call where state in ('planned', 'held')") > 0) {
      Optional<Desk.InHand> call = asks(agent, place);
      if (call.isPresent()) {
        given.add(new Given(call.get().id(), call.get().epoch(), agent.subject()));
        agent = meets(agent, call.get(), fate(random));
      } else {
        second.sweep();
      }
    }
  }

  private static Fate fate(Random random) {
    int drawn = random.nextInt(10);
    return drawn < 6 ? Fate.WORKS : Fate.values()[1 + drawn % 3];
  }

  /** Every other agent is served by the second instance. */
  private Optional<Desk.InHand> asks(Desk agent, int place) {
    if (place % 2 == 0) {
      return agent.claimIfAny();
    }
    return second
        .claim(agent.subject())
        .map(call -> new Desk.InHand(call.id().toString(), call.epoch(), null));
  }

  /** Who sits there afterwards. */
  private Desk meets(Desk agent, Desk.InHand call, Fate fate) {
    switch (fate) {
      case WORKS -> {
        agent.asksToDial(call).statusCode(200);
        agent.says(call, "done-well").statusCode(200);
        acknowledged.add(call.id());
        return agent;
      }
      case KILLED_BEFORE_THE_DIAL -> {
        goesSilent(agent);
        return hired();
      }
      case KILLED_ON_THE_LINE -> {
        agent.asksToDial(call).statusCode(200);
        killedOnTheLine.add(call.id());
        goesSilent(agent);
        return hired();
      }
      case PAUSES_PAST_THE_LEASE -> {
        goesSilent(agent);
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> epoch(call.id()) > call.epoch());
        agent.beats(call).statusCode(409);
        agent.asksToDial(call).statusCode(409);
        agent.says(call, "done-well").statusCode(409);
        agent.givesBack(call).statusCode(409);
        return agent;
      }
    }
    throw new IllegalStateException("No fate: " + fate);
  }

  private Desk hired() {
    return Desk.agent("hired-" + names.incrementAndGet());
  }

  /** No heartbeat comes any more, and the lease runs out. */
  private static void goesSilent(Desk agent) {
    Chain.sql(
        "update call set lease_until = clock_timestamp() - interval '1 second' where holder = '%s'"
            .formatted(agent.subject()));
  }

  private static long epoch(String call) {
    return Chain.count("select epoch from call where id = '%s'".formatted(call));
  }
}
