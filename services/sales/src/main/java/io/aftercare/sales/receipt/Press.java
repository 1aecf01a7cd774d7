package io.aftercare.sales.receipt;

import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.paper.Fonts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prints receipts on threads of its own, a few at a time: drawing takes memory and a core, and
 * sales come first.
 */
@ApplicationScoped
class Press {

  private final Fonts fonts;
  private final ThreadPoolExecutor workers;

  Press(
      Fonts fonts,
      @ConfigProperty(name = "aftercare.sales.receipt.pdf.at-a-time") int atATime,
      @ConfigProperty(name = "aftercare.sales.receipt.pdf.waiting") int waiting) {
    this.fonts = fonts;
    this.workers =
        new ThreadPoolExecutor(
            atATime,
            atATime,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name("press-", 0).factory());
    workers.allowCoreThreadTimeOut(true);
  }

  /** The receipt as a PDF; a problem (503) when too many wait for theirs. */
  Uni<byte[]> print(ReceiptText receipt) {
    return Uni.createFrom()
        .item(() -> new ReceiptSheet(receipt).pdf(fonts))
        .runSubscriptionOn(workers)
        .onFailure(RejectedExecutionException.class)
        .transform(
            full ->
                Problems.unavailable(
                    "overloaded",
                    "Many receipts are being printed; the page itself can be opened.",
                    Duration.ofSeconds(2)));
  }

  @PreDestroy
  void close() {
    workers.shutdown();
  }
}
