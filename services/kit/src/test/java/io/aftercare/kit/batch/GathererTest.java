package io.aftercare.kit.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GathererTest {

  private final List<List<Integer>> calls = new ArrayList<>();
  private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();

  private final Gatherer<Integer, Integer> held =
      new Gatherer<>("held", new Gatherer.Limits(3, 1, 4), this::holdThenDouble);

  @Test
  void a_lone_item_goes_at_once() {
    var answer = submit(held, 1);

    assertEquals(List.of(List.of(1)), calls);
    underWay.getFirst().complete(null);
    assertEquals(2, answer.join());
  }

  @Test
  void what_comes_while_a_call_is_under_way_goes_together_and_each_gets_its_own_answer() {
    submit(held, 1);
    var second = submit(held, 2);
    var third = submit(held, 3);

    underWay.removeFirst().complete(null);
    underWay.removeFirst().complete(null);

    assertEquals(List.of(List.of(1), List.of(2, 3)), calls);
    assertEquals(4, second.join());
    assertEquals(6, third.join());
  }

  @Test
  void more_than_may_wait_are_turned_away_and_the_rest_are_served() {
    submit(held, 0);
    for (int i = 1; i <= 4; i++) {
      submit(held, i);
    }

    var tooMany = submit(held, 5);

    assertEquals(
        Overloaded.class,
        assertThrows(CompletionException.class, tooMany::join).getCause().getClass());
    underWay.removeFirst().complete(null);
    underWay.removeFirst().complete(null);
    underWay.removeFirst().complete(null);
    assertEquals(List.of(List.of(0), List.of(1, 2, 3), List.of(4)), calls);
  }

  @Test
  void one_bad_item_fails_alone() {
    Gatherer<Integer, Integer> gatherer = collecting(7, "22001");
    List<CompletableFuture<Integer>> answers = submitTogether(gatherer, List.of(5, 6, 7, 8, 9));

    for (int i = 0; i < 5; i++) {
      if (i == 2) {
        assertTrue(
            assertThrows(CompletionException.class, answers.get(i)::join).getCause()
                instanceof PgException);
      } else {
        assertEquals(2 * (5 + i), answers.get(i).join());
      }
    }
  }

  @Test
  void what_lost_against_another_transaction_is_tried_again() {
    List<Integer> tries = new ArrayList<>();
    Gatherer<Integer, Integer> gatherer =
        new Gatherer<>(
            "losing",
            new Gatherer.Limits(10, 1, 10),
            items -> {
              tries.addAll(items);
              return tries.size() < 3
                  ? Uni.createFrom().failure(failure("40P01"))
                  : Uni.createFrom().item(items);
            });

    assertEquals(4, submit(gatherer, 4).join());
    assertEquals(List.of(4, 4, 4), tries);
  }

  @Test
  void when_the_database_is_away_everyone_is_told_and_nothing_is_tried_in_halves() {
    Gatherer<Integer, Integer> gatherer = collecting(1, "57P01");
    var answers = submitTogether(gatherer, List.of(1, 2));

    answers.forEach(answer -> assertThrows(CompletionException.class, answer::join));
    assertEquals(List.of(List.of(0), List.of(1, 2)), calls);
  }

  /** Holds a first call open while the items gather, so that they go as one batch. */
  private List<CompletableFuture<Integer>> submitTogether(
      Gatherer<Integer, Integer> gatherer, List<Integer> items) {
    submit(gatherer, 0);
    var answers = items.stream().map(item -> submit(gatherer, item)).toList();
    underWay.removeFirst().complete(null);
    return answers;
  }

  /** Fails any batch that holds the bad item; its first call is held open. */
  private Gatherer<Integer, Integer> collecting(int bad, String state) {
    return new Gatherer<>(
        "collecting",
        new Gatherer.Limits(100, 1, 100),
        items -> {
          if (items.equals(List.of(0))) {
            return holdThenDouble(items);
          }
          calls.add(items);
          return items.contains(bad)
              ? Uni.createFrom().failure(failure(state))
              : Uni.createFrom().item(items.stream().map(item -> 2 * item).toList());
        });
  }

  private Uni<List<Integer>> holdThenDouble(List<Integer> items) {
    calls.add(items);
    return Uni.createFrom()
        .<Void>emitter(underWay::add)
        .map(go -> items.stream().map(item -> 2 * item).toList());
  }

  private static CompletableFuture<Integer> submit(Gatherer<Integer, Integer> gatherer, int item) {
    return gatherer.submit(item).subscribeAsCompletionStage();
  }

  private static PgException failure(String state) {
    return new PgException("refused", "ERROR", state, null);
  }
}
