package io.aftercare.simulator.storm;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Everybody who works at the same time; who is at work may call in others. */
final class Crew implements Executor {

  private final Phaser atWork = new Phaser(1);
  private final AtomicReference<@Nullable Throwable> mistake = new AtomicReference<>();

  @Override
  public void execute(Runnable work) {
    atWork.register();
    Thread.startVirtualThread(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error wrong) {
            mistake.compareAndSet(null, wrong);
          } finally {
            atWork.arriveAndDeregister();
          }
        });
  }

  /** Returns when the last has finished; a mistake that somebody made is thrown here. */
  void awaitEnd() {
    atWork.arriveAndAwaitAdvance();
    Throwable wrong = mistake.get();
    if (wrong != null) {
      throw new IllegalStateException("The storm itself went wrong", wrong);
    }
  }
}
