package io.aftercare.simulator.chain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends a stream of items through a door, several batches at a time, and keeps count. When the
 * house falls silent for good, what is left is counted as unsent; sending it all again later adds
 * nothing twice.
 */
public final class BulkSender<T> {

  private final BulkDoor<T> door;
  private final Speed speed;
  private final Consumer<Refusal> refusals;
  private final Consumer<Tally> progress;
  private Tally tally = Tally.NONE;

  /**
   * @param refusals told each reason, from one thread at a time
   * @param progress told the count so far after each batch, from one thread at a time
   */
  public BulkSender(
      BulkDoor<T> door, Speed speed, Consumer<Refusal> refusals, Consumer<Tally> progress) {
    this.door = door;
    this.speed = speed;
    this.refusals = refusals;
    this.progress = progress;
  }

  /** Sends everything and answers for it. To be called once. */
  public Tally send(Iterator<T> items) {
    Semaphore places = new Semaphore(speed.inFlight());
    Pace pace = new Pace(speed.perSecond());
    long sent = 0;
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      while (items.hasNext()) {
        pace.awaitTurn(sent);
        places.acquireUninterruptibly();
        if (stopped()) {
          break;
        }
        List<T> batch = take(items, pace.batch());
        long first = sent + 1;
        senders.execute(
            () -> {
              try {
                deliver(batch, first);
              } finally {
                places.release();
              }
            });
        sent += batch.size();
      }
    }
    long left = 0;
    for (; items.hasNext(); left++) {
      items.next();
    }
    add(new Tally(0, 0, 0, left, null));
    return tally;
  }

  private void deliver(List<T> batch, long first) {
    List<Refusal> reasons = new ArrayList<>();
    Tally outcome;
    try {
      outcome = door.send(batch, first, reasons::add);
    } catch (RuntimeException e) {
      String why = e instanceof CannotGoOn ? e.getMessage() : e.toString();
      outcome = new Tally(0, 0, 0, batch.size(), why);
      reasons.clear();
    }
    tell(outcome, reasons);
  }

  private synchronized void tell(Tally outcome, List<Refusal> reasons) {
    add(outcome);
    try {
      reasons.forEach(refusals);
      progress.accept(tally);
    } catch (RuntimeException e) {
      add(new Tally(0, 0, 0, 0, String.valueOf(e.getMessage())));
    }
  }

  private synchronized void add(Tally outcome) {
    tally = tally.plus(outcome);
  }

  private synchronized boolean stopped() {
    return tally.stopped() != null;
  }

  private static <T> List<T> take(Iterator<T> items, int most) {
    List<T> batch = new ArrayList<>(most);
    while (batch.size() < most && items.hasNext()) {
      batch.add(items.next());
    }
    return batch;
  }

  /** Holds sending back to a rate; ten steps a second are smooth enough. */
  private static final class Pace {

    private final int perSecond;
    private final long start = System.nanoTime();

    Pace(int perSecond) {
      this.perSecond = perSecond;
    }

    int batch() {
      return perSecond == 0 ? BulkDoor.MOST : Math.clamp(perSecond / 10, 1, BulkDoor.MOST);
    }

    void awaitTurn(long sent) {
      if (perSecond == 0) {
        return;
      }
      long turn = start + (long) (sent * (double) TimeUnit.SECONDS.toNanos(1) / perSecond);
      long wait = turn - System.nanoTime();
      if (wait > 0) {
        try {
          TimeUnit.NANOSECONDS.sleep(wait);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CannotGoOn("interrupted", e);
        }
      }
    }
  }
}
