package io.aftercare.kit.batch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers concurrent requests into one call. No timer: while a call is under way the next batch
 * collects, so a lone request goes at once and a crowd goes together.
 *
 * <p>A batch that fails on its data is halved until the bad item fails alone; one that lost against
 * another transaction is tried again; any other failure is every waiting caller's. What waits is
 * bounded.
 *
 * @param <I> what a caller asks
 * @param <O> what it is answered
 */
public final class Gatherer<I, O> {

  private static final int TRIES = 10;

  /**
   * @param batch items in one call at most
   * @param inFlight calls under way at most
   * @param waiting items waiting at most; more are turned away
   */
  public record Limits(int batch, int inFlight, int waiting) {}

  private record Waiter<I, O>(I item, UniEmitter<? super O> emitter, @Nullable Context context) {

    void answer(O output) {
      back(() -> emitter.complete(output));
    }

    void fail(Throwable failure) {
      back(() -> emitter.fail(failure));
    }

    /** A request goes on where it came from: its context carries its trace and its security. */
    private void back(Runnable answer) {
      if (context == null || context == Vertx.currentContext()) {
        answer.run();
      } else {
        context.runOnContext(ignored -> answer.run());
      }
    }
  }

  private final String name;
  private final Limits limits;
  private final Function<List<I>, Uni<List<O>>> work;
  private final ArrayDeque<Waiter<I, O>> waiting = new ArrayDeque<>();
  private int inFlight;

  /**
   * @param name names the gatherer in messages
   * @param work answers a batch, one output per input in the same order
   */
  public Gatherer(String name, Limits limits, Function<List<I>, Uni<List<O>>> work) {
    this.name = name;
    this.limits = limits;
    this.work = work;
  }

  /** The answer to this item; fails with {@link Overloaded} when too many wait already. */
  public Uni<O> submit(I item) {
    return Uni.createFrom()
        .emitter(emitter -> enqueue(new Waiter<>(item, emitter, Vertx.currentContext())));
  }

  private void enqueue(Waiter<I, O> waiter) {
    synchronized (waiting) {
      if (waiting.size() < limits.waiting()) {
        waiting.add(waiter);
        waiter = null;
      }
    }
    if (waiter != null) {
      waiter.fail(new Overloaded(name, limits.waiting()));
    } else {
      startNext();
    }
  }

  private void startNext() {
    List<Waiter<I, O>> batch;
    synchronized (waiting) {
      if (waiting.isEmpty() || inFlight >= limits.inFlight()) {
        return;
      }
      inFlight++;
      batch = new ArrayList<>(Math.min(limits.batch(), waiting.size()));
      while (batch.size() < limits.batch() && !waiting.isEmpty()) {
        batch.add(waiting.poll());
      }
    }
    answer(batch, TRIES)
        .subscribe()
        .with(
            ignored -> finished(),
            failure -> {
              batch.forEach(waiter -> waiter.fail(failure));
              finished();
            });
  }

  private void finished() {
    synchronized (waiting) {
      inFlight--;
    }
    startNext();
  }

  private Uni<Void> answer(List<Waiter<I, O>> batch, int tries) {
    List<I> items = batch.stream().map(Waiter::item).toList();
    return Uni.createFrom()
        .deferred(() -> work.apply(items))
        .invoke(outputs -> deliver(batch, outputs))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure -> recover(batch, tries, failure));
  }

  private void deliver(List<Waiter<I, O>> batch, List<O> outputs) {
    if (outputs.size() != batch.size()) {
      throw new IllegalStateException(
          "%s gave %d answers to %d items".formatted(name, outputs.size(), batch.size()));
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer(outputs.get(i));
    }
  }

  private Uni<Void> recover(List<Waiter<I, O>> batch, int tries, Throwable failure) {
    SqlFailure kind = SqlFailure.of(failure);
    if (kind == SqlFailure.CONFLICT && tries > 1) {
      return answer(batch, tries - 1);
    }
    if (kind == SqlFailure.DATA && batch.size() > 1) {
      int half = batch.size() / 2;
      return answer(batch.subList(0, half), TRIES)
          .chain(() -> answer(batch.subList(half, batch.size()), TRIES));
    }
    batch.forEach(waiter -> waiter.fail(failure));
    return Uni.createFrom().voidItem();
  }
}
